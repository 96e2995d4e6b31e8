import { byText, type Claim, type Clause, contentId, type ProposalVersion } from '../model/index.ts';
import { isSameMatter } from './plan-words.ts';
import { versionTold } from './proposal-versions.ts';

/** What a claim says of a clause: its words, and by what it is known. */
interface ToldClause {
  readonly text: string;
  readonly topic: string;
  readonly claim: Claim;
}

/** Words between marks of quotation, in whatever style. */
const QUOTED = /[“"„«](?<words>[^“”"„«»]+)[”"»“]/gu;

const squeeze = (text: string): string =>
  text
    .replace(/[\s“”"„«»]+/g, ' ')
    .trim()
    .toLowerCase();

/** In the plan's own words: read as such ("Article 4. The parties shall ..."), or at least half of the clause stands between quotation marks. */
const isQuoted = ({ text, claim }: ToldClause): boolean => {
  if (claim.properties.form === 'quoted') return true;
  const wanted = squeeze(text);
  return claim.evidence.some(({ quote }) =>
    [...quote.matchAll(QUOTED)].some(({ groups }) => {
      const words = squeeze(groups?.words ?? '');
      return words.length >= wanted.length / 2 && (words.includes(wanted) || wanted.includes(words));
    }),
  );
};

/**
 * The clauses of a plan, each once under its topic: two wordings of one matter are one clause, in its fullest words; quoted where
 * somebody quotes it. Ordered by topic, then by id. A clause that two versions are told to have is of neither.
 *
 * @param told Claims of what the plan contains.
 * @param denied Claims that the plan does not contain it: they stand with a clause that somebody tells, and make none.
 * @param viewed Claims of a view that somebody takes of a clause that they name: known by that alone.
 */
export const clausesOf = (
  told: readonly Claim[],
  viewed: readonly Claim[],
  denied: readonly Claim[],
  versions: readonly ProposalVersion[],
): readonly Clause[] => {
  const all = [
    ...told.flatMap((claim): readonly ToldClause[] => toldIn(claim, 'content')),
    ...viewed.flatMap((claim): readonly ToldClause[] => toldIn(claim, 'clause')),
  ].sort((a, b) => b.text.length - a.text.length || byText(a.text, b.text) || byText(a.claim.id, b.claim.id));
  const groups: ToldClause[][] = [];
  for (const one of all) {
    const fitting = groups.filter((group) => group.some((other) => isSameClause(one, other)));
    if (fitting.length === 0) groups.push([one]);
    else fitting[0]?.push(one);
  }
  return groups
    .map((group) => {
      const own = denied.filter((claim) =>
        toldIn(claim, 'content').some((one) => group.some((other) => isSameClause(one, other))),
      );
      return clauseOf(group, own, versions);
    })
    .sort((a, b) => byText(a.topic, b.topic) || byText(a.id, b.id));
};

const toldIn = (claim: Claim, role: string): readonly ToldClause[] =>
  (claim.roles[role] ?? []).map(({ text }) => ({ text, topic: claim.properties.topic ?? 'other', claim }));

/** Of one topic, or one of no topic, and about one matter. */
const isSameClause = (a: ToldClause, b: ToldClause): boolean =>
  (a.topic === b.topic || a.topic === 'other' || b.topic === 'other') &&
  (a.text.toLowerCase() === b.text.toLowerCase() || isSameMatter(a.text, b.text));

const clauseOf = (
  group: readonly ToldClause[],
  denied: readonly Claim[],
  versions: readonly ProposalVersion[],
): Clause => {
  const denials = [...denied].sort((a, b) => byText(a.id, b.id));
  const claims = [...new Map(group.map(({ claim }) => [claim.id, claim])).values()].sort((a, b) => byText(a.id, b.id));
  const quoted = group.filter(isQuoted);
  const [fullest] = quoted.length > 0 ? quoted : group;
  const topics = group.map(({ topic }) => topic).filter((topic) => topic !== 'other');
  const tellers = new Set(claims.flatMap((claim) => versionTold(claim, versions) ?? []));
  return {
    id: contentId('clause', ...claims.map((claim) => claim.id), fullest?.text ?? ''),
    topic: [...topics].sort(byText)[0] ?? 'other',
    text: fullest?.text ?? '',
    form: quoted.length > 0 ? 'quoted' : 'paraphrased',
    version: tellers.size === 1 ? ([...tellers][0] ?? null) : null,
    claims: claims.map((claim) => claim.id),
    denials: denials.map((claim) => claim.id),
    evidence: [...claims, ...denials].flatMap((claim) => claim.evidence),
  };
};
