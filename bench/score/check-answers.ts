import { parseHTML } from 'linkedom';
import type { Answers, KnownClaim } from './answers.ts';
import { checkLedgers } from './check-ledgers.ts';
import { CONTRADICTION_KINDS } from './score-known.ts';

const CHANNEL = ['in person', 'call', 'message', 'mediator'];
const DEAL = {
  kind: ['stake', 'purchase', 'concession', 'supply', 'investment', 'loan', 'lease', 'other'],
  stage: ['floated', 'offered', 'in talks', 'agreed', 'done', 'dropped'],
};

/** Roles and properties by type, as `bench/gold/README.md` lists them; null: any words. */
const TYPES: Readonly<
  Record<
    string,
    { readonly roles: readonly string[]; readonly properties?: Readonly<Record<string, readonly string[] | null>> }
  >
> = {
  meeting: { roles: ['participant', 'host', 'place', 'topic'], properties: { channel: CHANNEL } },
  call: { roles: ['participant', 'topic'], properties: { channel: CHANNEL } },
  visit: { roles: ['visitor', 'host', 'place'] },
  proposal: {
    roles: ['author', 'recipient', 'proposal', 'topic'],
    properties: {
      points: null,
      version: ['initial', 'leaked', 'revised', 'supplementary'],
      act: ['drafted', 'presented', 'handed over', 'revised'],
    },
  },
  stance: {
    roles: ['party', 'about', 'clause'],
    properties: { stance: ['accepts', 'rejects', 'on-condition', 'silent'] },
  },
  deal: { roles: ['party', 'asset', 'amount'], properties: DEAL },
  offer: { roles: ['offerer', 'recipient', 'asset', 'amount'], properties: DEAL },
  ownership: { roles: ['owner', 'owned', 'share', 'via'] },
  tie: {
    roles: ['from', 'to', 'amount'],
    properties: {
      kind: [
        'family',
        'friendship',
        'employment',
        'directorship',
        'donation',
        'membership',
        'business',
        'school',
        'venue',
      ],
      words: null,
    },
  },
  appointment: {
    roles: ['person', 'post', 'body', 'appointer'],
    properties: { status: ['appointed', 'dismissed'] },
  },
  sanction: {
    roles: ['target', 'authority', 'demander', 'reason'],
    properties: {
      status: ['imposed', 'lifted', 'demanded', 'promised', 'planned'],
      removal: ['demanded', 'promised', 'planned', 'lifted', 'refused'],
    },
  },
  waiver: {
    roles: ['beneficiary', 'requester', 'authority', 'director', 'purpose', 'hesitant'],
    properties: { status: ['asked', 'granted', 'refused'], form: ['waiver', 'licence'] },
  },
  leak: { roles: ['proposal', 'leaker', 'recipient'] },
  denial: { roles: ['denier', 'about'] },
  condition: { roles: ['dependent', 'condition'] },
  representation: { roles: ['agent', 'principal', 'counterpart'] },
  bypass: { roles: ['bypassed', 'by', 'about'] },
  handover: { roles: ['giver', 'recipient', 'thing', 'place'] },
  clause: { roles: ['proposal', 'party', 'content'], properties: { topic: null } },
};

const STATUSES = ['held', 'planned', 'postponed', 'cancelled', 'hypothetical'];
const CERTAINTIES = ['certain', 'probable', 'possible', 'underspecified'];

/** What a reader sees of a file: a web page without its tags, scripts and styles. */
const shownText = (path: string, content: string): string => {
  if (!path.endsWith('.html')) return content;
  const { document } = parseHTML(content);
  for (const hidden of document.querySelectorAll('script, style')) hidden.remove();
  return document.documentElement.textContent ?? '';
};

/**
 * What is wrong with the claims, ledgers, contradictions and differences of a case, by id and without quoting it; empty when nothing is.
 *
 * @param contents The files of the case by name.
 */
export const checkAnswers = (answers: Answers, contents: ReadonlyMap<string, string>): readonly string[] => {
  const texts = new Map([...contents].map(([path, content]) => [path, shownText(path, content)]));
  const claims = answers.claims ?? [];
  const ids = new Set(claims.map(({ id }) => id));
  const entities = new Set(answers.entities.map(({ id }) => id));
  const origins = new Set(answers.origins.map(({ id }) => id));
  const ofDocument = new Map(answers.documents.map((document) => [document.path, document.origins]));
  const repeated = claims.filter(({ id }, at) => claims.findIndex((one) => one.id === id) !== at);
  const unknownIds = (list: readonly string[], where: string): readonly string[] =>
    list.filter((id) => !ids.has(id)).map((id) => `${where}: no claim ${id}`);
  return [
    ...checkLedgers(answers, ({ document, quote }) => checkQuote(quote, texts.get(document))),
    ...repeated.map(({ id }) => `${id}: twice`),
    ...claims.flatMap((claim) => [
      ...checkShape(claim, entities),
      ...checkQuote(claim.quote, texts.get(claim.document)).map((fault) => `${claim.id}: ${fault}`),
      ...claim.origins
        .filter((id) => !origins.has(id) || ofDocument.get(claim.document)?.includes(id) !== true)
        .map((id) => `${claim.id}: origin ${id} is none of its document`),
    ]),
    ...answers.contradictions.flatMap(({ kind, about, values }) => [
      ...(CONTRADICTION_KINDS.some((one) => one === kind) ? [] : [`contradiction of kind ${kind}`]),
      ...unknownIds(
        values.flatMap((value) => value.claims ?? []),
        `contradiction "${about}"`,
      ),
    ]),
    ...(answers.notContradictions ?? []).flatMap(({ kind, about, claims: told }) => [
      ...(CONTRADICTION_KINDS.some((one) => one === kind) ? [] : [`difference of kind ${kind}`]),
      ...(told.length < 2 ? [`difference "${about}": fewer than two claims`] : []),
      ...unknownIds(told, `difference "${about}"`),
    ]),
  ];
};

const checkQuote = (quote: string, text: string | undefined): readonly string[] => {
  if (text === undefined) return ['no such document'];
  const times = text.split(quote).length - 1;
  return [
    ...(times === 1 ? [] : [`quote stands ${times} times in its document`]),
    ...(quote.includes('\n') ? ['quote crosses a line end'] : []),
  ];
};

const checkShape = (claim: KnownClaim, entities: ReadonlySet<string>): readonly string[] => {
  const type = TYPES[claim.type];
  if (type === undefined) return [`${claim.id}: type ${claim.type}`];
  const { roles, properties = {} } = type;
  const wrongProperties = Object.entries(claim.properties ?? {}).filter(([name, value]) => {
    const allowed = properties[name];
    return allowed === undefined || (allowed !== null && !allowed.includes(value));
  });
  return [
    ...Object.keys(claim.roles)
      .filter((role) => !roles.includes(role))
      .map((role) => `${claim.id}: role ${role} of ${claim.type}`),
    ...Object.values(claim.roles)
      .flat()
      .filter((told) => !told.startsWith('words:') && !entities.has(told))
      .map((told) => `${claim.id}: no entity ${told}`),
    ...wrongProperties.map(([name, value]) => `${claim.id}: property ${name} ${value} of ${claim.type}`),
    ...(STATUSES.includes(claim.status) ? [] : [`${claim.id}: status ${claim.status}`]),
    ...(CERTAINTIES.includes(claim.certainty) ? [] : [`${claim.id}: certainty ${claim.certainty}`]),
    ...(['positive', 'negative'].includes(claim.polarity) ? [] : [`${claim.id}: polarity ${claim.polarity}`]),
    ...(claim.chain.length > 0 ? [] : [`${claim.id}: no chain`]),
    ...(claim.event === '' ? [`${claim.id}: no event`] : []),
  ];
};
