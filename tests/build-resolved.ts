import {
  type CaseDocument,
  type Claim,
  contentId,
  type Entity,
  type Happening,
  type Resolved,
} from '../src/model/index.ts';

/** A role filler: a name with a capital is an entity of that name, "~words" a description of nobody in particular. */
type Words = string;

export interface ClaimDraft extends Partial<Omit<Claim, 'roles' | 'evidence' | 'conditions' | 'origins'>> {
  /** Name of the document; its origin is the same name unless `origins` says otherwise. */
  readonly in: string;
  readonly type: string;
  readonly roles: Readonly<Record<string, readonly Words[]>>;
  readonly origins?: readonly string[];
  readonly quote?: string;
  readonly at?: number;
  /** Named speaker at the inner end of the chain. */
  readonly said?: string;
  readonly on?: readonly string[];
  /** Claims with one `thing` are of one happening. */
  readonly thing: string;
}

export interface ResolvedDraft {
  readonly claims: readonly ClaimDraft[];
  readonly documents?: Readonly<Record<string, string | null>>;
  readonly entities?: Readonly<Record<string, Partial<Omit<Entity, 'names'>> & { readonly in?: readonly string[] }>>;
}

/** Makes what `resolve` hands on, by hand: ids are the names. */
export const buildResolved = ({ claims, documents = {}, entities = {} }: ResolvedDraft): Resolved => {
  const made = claims.map((draft, index): Claim => {
    const {
      in: document,
      thing,
      said,
      on = [],
      quote = `Quote ${index}.`,
      at = index * 100,
      origins,
      roles,
      ...rest
    } = draft;
    const evidence = [{ document, start: at, end: at + quote.length, quote }];
    return {
      id: `claim-${String(index).padStart(2, '0')}`,
      document,
      text: `Sentence ${index}.`,
      properties: {},
      judgement: null,
      informationCredibility: null,
      corrected: null,
      chain: [
        ...(said === undefined ? [] : [{ name: said, kind: 'named' as const, entity: said, descriptors: [] }]),
        { name: document, kind: 'outlet', entity: null, descriptors: [] },
      ],
      origins: origins ?? [document],
      polarity: 'positive',
      certainty: 'certain',
      tense: 'non-future',
      status: 'held',
      date: null,
      dateWords: null,
      duration: null,
      conditions: on.map((text) => ({ text, form: 'stated', evidence })),
      relations: [],
      event: thing,
      evidence,
      ...rest,
      roles: Object.fromEntries(
        Object.entries(roles).map(([role, list]) => [
          role,
          list.map((words) =>
            words.startsWith('~') ? { text: words.slice(1), entity: null } : { text: words, entity: words },
          ),
        ]),
      ),
    };
  });
  const names = new Map<string, Set<string>>();
  for (const claim of made) {
    for (const { entity } of Object.values(claim.roles).flat()) {
      if (entity !== null) names.set(entity, (names.get(entity) ?? new Set()).add(claim.document));
    }
  }
  for (const [name, given] of Object.entries(entities)) {
    names.set(name, new Set([...(names.get(name) ?? []), ...(given.in ?? [])]));
  }
  const things = new Map<string, Claim[]>();
  for (const claim of made) things.set(claim.event ?? '', [...(things.get(claim.event ?? '') ?? []), claim]);
  return {
    documents: [...new Set([...made.map((claim) => claim.document), ...Object.keys(documents)])].sort().map(
      (id): CaseDocument => ({
        id,
        path: id,
        paths: [id],
        sha256: id,
        mediaType: 'text/plain',
        language: 'en',
        unread: { share: 0, languages: [] },
        title: null,
        outlet: id,
        byline: null,
        published: documents[id] ?? null,
        modified: null,
        url: null,
        found: {},
        stated: [],
        origins: [id],
        chain: [],
        again: [],
        evidence: [],
      }),
    ),
    origins: [],
    entities: [...names].map(([name, told]): Entity => {
      const { in: _in, ...given } = entities[name] ?? {};
      return {
        id: name,
        type: 'person',
        name,
        names: [{ text: name, documents: [...told].sort(), count: told.size }],
        descriptions: [],
        roles: [],
        sourceReliability: null,
        sides: [],
        reasons: [],
        evidence: [],
        ...given,
      };
    }),
    claims: made,
    happenings: [...things].map(
      ([id, own]): Happening => ({
        id,
        type: own[0]?.type ?? contentId('type', id),
        claims: own.map((claim) => claim.id),
        reasons: [],
      }),
    ),
    decisions: [],
    suppositions: [],
  };
};
