import { byText, type Contradiction, contentId, type Entity, type Resolved } from '../model/index.ts';
import { Pile, postOf } from './find-role-contradictions.ts';

type Role = Entity['roles'][number];

/**
 * Two posts of one person that nobody holds together (SPEC.md, rule W21).
 *
 * Only posts of which there is one at a time, given by different documents of one year, none of which gives both: a document
 * that gives both tells of a career. "President" alone may be a company's and "prime minister" the same man's later, so
 * documents without a date, or more than a year apart, are left alone.
 */
export const findPostContradictions = (resolved: Resolved): readonly Contradiction[] => {
  const pile = new Pile(resolved);
  const published = new Map(resolved.documents.map(({ id, published: date }) => [id, date]));
  return resolved.entities.flatMap((entity) => {
    if (entity.type !== 'person') return [];
    const posts = new Map<string, Role[]>();
    for (const role of entity.roles) {
      const post = postOf(role.text);
      if (post !== null) posts.set(post, [...(posts.get(post) ?? []), role]);
    }
    if (posts.size !== 2) return [];
    const [one, other] = [...posts].sort(([a], [b]) => byText(a, b));
    if (one === undefined || other === undefined || isPartOf(one[0], other[0])) return [];
    const documents = [one, other].map(([, roles]) => new Set(roles.flatMap((role) => role.documents)));
    const [left, right] = documents;
    if (left === undefined || right === undefined || [...left].some((id) => right.has(id))) return [];
    if (!isOneTime([...left, ...right].map((id) => published.get(id) ?? null))) return [];
    const values = [one, other].map(([post, roles]) => {
      const ids = roles.flatMap((role) => role.documents);
      return {
        value: roles[0]?.text ?? post,
        claims: pile.claimsOf(roles, entity.id),
        origins: pile.originsOf(ids),
        evidence: roles.flatMap((role) => role.evidence),
      };
    });
    return [
      {
        id: contentId('contradiction', 'post', entity.id),
        kind: 'role' as const,
        about: `What post ${entity.name} holds`,
        values,
        likelySlip: slip(entity, values[0]?.value ?? '', left.size, values[1]?.value ?? '', right.size),
        reasons: ['two posts that one person does not hold together, in documents of one year (W21)'],
        evidence: values.flatMap((value) => value.evidence),
      },
    ];
  });
};

const isPartOf = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

/** Known dates within one year, or none known at all: a pile of reports on one story. */
const isOneTime = (dates: readonly (string | null)[]): boolean => {
  const years = dates.flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]));
  return years.length === 0 || Math.max(...years) - Math.min(...years) <= 1;
};

/** A post that one document gives while several give the other. */
const slip = (entity: Entity, a: string, left: number, b: string, right: number): Contradiction['likelySlip'] => {
  if (Math.min(left, right) > 1 || left === right) return null;
  const [odd, usual, count] = left < right ? [a, b, right] : [b, a, left];
  return { value: odd, reason: `${count} documents call ${entity.name} ${usual}, one ${odd} (W21)` };
};
