import type { Clusters } from './clusters.ts';
import type { Company } from './company.ts';
import { type LocalEntity, singleName } from './local-entities.ts';
import type { Offices } from './offices.ts';
import { companyKey, type Profile, profileOf, shareRole, shareSide } from './profile.ts';

/** Members with a like list of sides, taken together; members without any side form one part of their own. */
const partsBySide = (locals: readonly LocalEntity[], members: readonly number[]): readonly (readonly number[])[] => {
  const parts: { sides: readonly string[]; members: number[] }[] = [];
  members.forEach((member, position) => {
    const sides = locals[position]?.sides ?? [];
    const like = parts.filter((part) =>
      sides.length === 0 ? part.sides.length === 0 : shareSide(part.sides, sides) === true,
    );
    if (like.length === 0) parts.push({ sides, members: [member] });
    else {
      const [first, ...others] = like;
      if (first === undefined) return;
      first.members.push(member);
      first.sides = [...new Set([...first.sides, ...sides])];
      for (const other of others) {
        first.members.push(...other.members);
        first.sides = [...new Set([...first.sides, ...other.sides])];
        parts.splice(parts.indexOf(other), 1);
      }
    }
  });
  return parts.map((part) => part.members);
};

const isHomonym = (a: Profile, b: Profile, company: Company, own: ReadonlySet<string>): boolean =>
  shareSide(a.sides, b.sides) === false &&
  a.roles.size > 0 &&
  b.roles.size > 0 &&
  !shareRole(a, b) &&
  company.shared(a, b, own, 1) === 0;

/** The last word of a longer name, with its class: alone it may be short for that name. Null for a name of one word. */
export const endingOf = (local: LocalEntity): string | null =>
  local.tokens.length > 1 ? `${local.class} ${local.tokens.at(-1) ?? ''}` : null;

/**
 * The key under which locals have the same name. Null for a surname alone, which is joined later, where only one bearer is in
 * question; so is "the Front" where a "Delta Front" is named.
 *
 * @param isEnding Whether longer names of the pile end so, see {@link endingOf}.
 */
export const sameNameKey = (local: LocalEntity, isEnding: (ending: string) => boolean): string | null => {
  const key = `${local.class} ${local.key}`;
  if (local.class === 'person') return singleName(local.names[0]?.text ?? '') === null ? key : null;
  return local.tokens.length < 2 && isEnding(key) ? null : key;
};

/**
 * Joins locals of one class with the same name (rule S2), except homonyms (rule S4): persons whose sides and posts differ
 * and who are named in no common company; offices that every state has, unless their sides agree.
 *
 * @param members Those with one name, see {@link sameNameKey}.
 * @param offices What the pile tells of offices.
 */
export const joinSameNames = (
  clusters: Clusters,
  members: readonly number[],
  company: Company,
  offices: Offices,
): void => {
  if (members.length < 2) return;
  const group = members.map((member) => clusters.local(member));
  const first = group[0];
  if (first === undefined) return;
  if (first.class !== 'person' && !group.some(({ isOffice }) => isOffice)) {
    for (const member of members) clusters.join(members[0] ?? member, member, null);
    return;
  }
  const parts = partsBySide(group, members);
  const isSided = (part: readonly number[]): boolean => part.some((member) => clusters.local(member).sides.length > 0);
  const sided = parts.filter(isSided);
  if (first.class !== 'person') {
    joinOffices(clusters, parts, sided, offices);
    return;
  }
  for (const part of parts) for (const member of part) clusters.join(part[0] ?? member, member, null);
  joinUnlessHomonyms(clusters, parts, company, new Set([companyKey(first) ?? '']));
};

/**
 * One office for each side. One whose side a document does not state is the one that issued the document; or the one whose minister
 * the document names; or the only one there is, where no second state is in question.
 */
const joinOffices = (
  clusters: Clusters,
  parts: readonly (readonly number[])[],
  sided: readonly (readonly number[])[],
  offices: Offices,
): void => {
  const keyOf = ({ class: kind, key }: LocalEntity): string => `${kind} ${key}`;
  const holderOf = (member: number): string | null => {
    const local = clusters.local(member);
    return offices.holderOf(keyOf(local), local.leaf);
  };
  for (const part of sided) for (const member of part) clusters.join(part[0] ?? member, member, null);
  const unsided = parts.filter((part) => !sided.includes(part)).flat();
  const isContested = [...sided.flat(), ...unsided].some((member) =>
    offices.isContested(keyOf(clusters.local(member))),
  );
  const left = unsided.filter((member) => {
    const { leaf } = clusters.local(member);
    const here = sided.filter((part) =>
      part.some((other) => clusters.local(other).leaf === leaf && (!isContested || clusters.local(other).isOutlet)),
    );
    const held = sided.filter((part) =>
      // Of two offices that one document names, its minister tells nothing.
      part.some(
        (other) =>
          clusters.local(other).leaf !== leaf && holderOf(other) !== null && holderOf(other) === holderOf(member),
      ),
    );
    const [of, reason] =
      here.length > 0
        ? [here, 'the only bearer of this office in the same document']
        : [held, 'the same minister is named with both'];
    const only = of.length === 1 ? of[0]?.[0] : undefined;
    if (only !== undefined) clusters.join(only, member, `S4: ${reason}`);
    return only === undefined;
  });
  // Whose office a document means without saying so cannot be told where several are in question.
  if (isContested || sided.length > 1) return;
  const only = sided[0]?.[0];
  for (const member of left) {
    if (only === undefined) clusters.join(left[0] ?? member, member, null);
    else clusters.join(only, member, 'S4: the only bearer of this office in the case');
  }
};

const joinUnlessHomonyms = (
  clusters: Clusters,
  parts: readonly (readonly number[])[],
  company: Company,
  own: ReadonlySet<string>,
): void => {
  const profiles = parts.map((part) => profileOf(part.map((member) => clusters.local(member))));
  for (let a = 0; a < parts.length; a++) {
    for (let b = a + 1; b < parts.length; b++) {
      const [left, right, from, to] = [profiles[a], profiles[b], parts[a]?.[0], parts[b]?.[0]];
      if (left === undefined || right === undefined || from === undefined || to === undefined) continue;
      if (!isHomonym(left, right, company, own)) clusters.join(from, to, null);
    }
  }
};
