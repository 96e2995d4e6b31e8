import type { CaseView } from './case-view.ts';
import { BackchannelError, type Entity, parseCorrection, type Subject, writeCorrection } from './model/index.ts';
import { foldName, spanDays } from './text/index.ts';

/** A correction as the journal keeps it: its value, and the places that stand for those whom it names. */
export interface WordedCorrection {
  readonly value: string;
  readonly mentions: readonly Subject[];
}

const notAllowed = (message: string, next: string): BackchannelError =>
  new BackchannelError('decide/not-allowed', message, { next });

/** Whether a claim of these types can have such a role: it, or another one in the case, does. */
const mustBeRole = async (view: CaseView, types: ReadonlySet<string>, role: string): Promise<void> => {
  const known = new Set<string>();
  for await (const claim of view.items('claims')) {
    if (!types.has(claim.type)) continue;
    if (Object.hasOwn(claim.roles, role)) return;
    for (const name of Object.keys(claim.roles)) known.add(name);
  }
  throw notAllowed(
    `Expected a role that a ${[...types].join(' or ')} has in this case, found “${role}”.`,
    `Roles: ${[...known].sort().join(', ')}; or date.`,
  );
};

/** The entities that words name: by id, or by one of their names. */
const entitiesCalled = async (view: CaseView, words: string): Promise<readonly Entity[]> => {
  if (/^entity-[0-9a-f]{12}$/.test(words)) {
    const entity = await view.item('entities', words);
    return entity === null ? [] : [entity];
  }
  const wanted = foldName(words);
  const found: Entity[] = [];
  for await (const entity of view.items('entities'))
    if ([entity.name, ...entity.names.map(({ text }) => text)].some((name) => foldName(name) === wanted))
      found.push(entity);
  return found;
};

const mentionOf = async (view: CaseView, words: string): Promise<Extract<Subject, { kind: 'mention' }> | null> => {
  const [entity, ...more] = await entitiesCalled(view, words);
  if (more.length > 0)
    throw new BackchannelError('decide/ambiguous', `Expected one entity, found ${more.length + 1} called “${words}”.`, {
      next: `Name one by its id: ${[entity, ...more].map((one) => one?.id).join(', ')}.`,
    });
  const wanted = foldName(entity?.name ?? '');
  const evidence = entity?.evidence.find(({ quote }) => foldName(quote) === wanted) ?? entity?.evidence[0];
  return evidence === undefined ? null : { kind: 'mention', evidence };
};

/**
 * Words a correction of claims so that it outlives the case as it is now: whoever is named is kept by a place where he is named.
 * Words that name nobody in the case are kept as words.
 *
 * @param value `date=EDTF`, or `ROLE=` and ids or names of entities, or words, with `;` between them; `none` for nothing.
 * @throws BackchannelError `decide/not-allowed`, `decide/ambiguous`.
 */
export const wordCorrection = async (
  view: CaseView,
  value: string,
  claims: readonly Subject[],
): Promise<WordedCorrection> => {
  const correction = parseCorrection(value);
  if (correction === null)
    throw notAllowed(
      `Expected what should stand in the claim, found “${value}”.`,
      'Like this: date=2031-05-14, participant=Anna Brodin; Karel Voss, or place=none.',
    );
  if (correction.field === 'date') {
    if (correction.date !== null && spanDays(correction.date) === null)
      throw notAllowed(
        `Expected a date, found “${correction.date}”.`,
        'Write it in EDTF: 2031-05-14, 2031-05, 2031, 2031-05-01/2031-05-07, 2031-05~.',
      );
    return { value: writeCorrection(correction), mentions: [] };
  }
  const types = new Set(claims.flatMap((subject) => (subject.kind === 'claim' ? [subject.type] : [])));
  if (types.size > 0) await mustBeRole(view, types, correction.role);
  const fillers: string[] = [];
  const mentions: Subject[] = [];
  for (const words of correction.fillers) {
    const mention = await mentionOf(view, words);
    const quote = mention?.evidence.quote.replace(/\s+/g, ' ').trim() ?? words;
    if (mention === null && /^entity-[0-9a-f]{12}$/.test(words))
      throw notAllowed(`Expected an entity, found nothing called ${words} in the case.`, 'Name it.');
    if (mention !== null) mentions.push(mention);
    fillers.push(quote.replaceAll(';', ','));
  }
  return { value: writeCorrection({ ...correction, fillers }), mentions };
};
