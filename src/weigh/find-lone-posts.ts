import { byText, type Contradiction, contentId, type Entity, type Resolved } from '../model/index.ts';
import { Pile, postOf } from './find-role-contradictions.ts';

type Role = Entity['roles'][number];

/** Words for whoever holds some other post than that of a minister or head of state. */
const POST =
  /\b(?:heads?|chief|chairs?|chairman|chairwoman|director|envoy|emissary|representative|ambassador|advis[eo]r|secretary|governor|general|commander|commissioner|president|minister|mayor|spokes\w+|lawyer|counsel)\b/i;
/** What a minister may as well be called. */
const MAY_BE_MINISTER = /\b(?:ministers?|ministry|diplomat|cabinet|government)\b/i;
/** Documents that must agree against the one. */
const AGREEING = 2;

/**
 * A post of which there is one at a time that one document alone gives to somebody whom two or more others, one year apart at most, give
 * another post and not that (SPEC.md, rule W50): one of them errs, likelier the one alone.
 */
export const findLonePosts = (resolved: Resolved): readonly Contradiction[] => {
  const pile = new Pile(resolved);
  const years = new Map(resolved.documents.map(({ id, published }) => [id, published?.slice(0, 4) ?? null]));
  return resolved.entities.flatMap((entity) => {
    if (entity.type !== 'person') return [];
    const single = entity.roles.filter(({ text }) => postOf(text) !== null);
    const alone = new Set(single.flatMap(({ documents }) => documents));
    const [document] = alone;
    // Two such posts of one person are rule W21.
    if (alone.size !== 1 || document === undefined || new Set(single.map(({ text }) => postOf(text))).size !== 1)
      return [];
    const isMinister = single.some(({ text }) => MAY_BE_MINISTER.test(text));
    const others = entity.roles.filter(
      ({ text }) => postOf(text) === null && POST.test(text) && !(isMinister && MAY_BE_MINISTER.test(text)),
    );
    const agreeing = new Set(others.flatMap(({ documents }) => documents));
    if (agreeing.has(document) || agreeing.size < AGREEING || !areOfOneTime([document, ...agreeing], years)) return [];
    return [record(pile, entity, single, others)];
  });
};

/** Of years that are one apart at most: a pile of reports on one story. */
const areOfOneTime = (documents: readonly string[], years: ReadonlyMap<string, string | null>): boolean => {
  const known = documents.flatMap((id) => (years.get(id) == null ? [] : [Number(years.get(id))]));
  return known.length === 0 || Math.max(...known) - Math.min(...known) <= 1;
};

const record = (pile: Pile, entity: Entity, single: readonly Role[], others: readonly Role[]): Contradiction => {
  const values = [single, others].map((roles) => {
    const documents = [...new Set(roles.flatMap((role) => role.documents))].sort(byText);
    return {
      value: roles[0]?.text ?? '',
      claims: pile.claimsOf(roles, entity.id),
      origins: pile.originsOf(documents),
      evidence: roles.flatMap((role) => role.evidence),
    };
  });
  const [odd, usual] = values;
  const count = new Set(others.flatMap((role) => role.documents)).size;
  return {
    id: contentId('contradiction', 'lone post', entity.id),
    kind: 'role',
    about: `What post ${entity.name} holds`,
    values,
    likelySlip: {
      value: odd?.value ?? '',
      reason: `${count} documents call ${entity.name} ${usual?.value ?? ''}, one alone ${odd?.value ?? ''} (W50)`,
    },
    reasons: ['one document alone gives a post of which there is one at a time, the others another (W50)'],
    evidence: values.flatMap((value) => value.evidence),
  };
};
