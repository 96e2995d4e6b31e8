import type { Claim, Finding } from '../model/index.ts';
import { byDate } from '../text/index.ts';
import { CREDIBILITY_WORDS } from '../weigh/index.ts';
import type { ChainLine, Sentence, Statement, Sum } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { sayDate } from './say-date.ts';
import { STANDING_WORDS, STANDINGS } from './standing.ts';
import { counted, oneLine } from './words.ts';

/** A claim's sentence with its date as people say it instead of EDTF. */
export const claimText = (claim: Claim): string =>
  oneLine(claim.date === null ? claim.text : claim.text.replace(`(${claim.date})`, `(${sayDate(claim.date)})`));

/** A finding's sentence, its date as people say it. */
export const findingText = (finding: Finding, claims: readonly Claim[]): string => {
  const told = claims.find((claim) => claim.text === finding.text);
  return told === undefined ? oneLine(finding.text) : claimText(told);
};

/** Each way by which claims came, once: longest known ways are not better, so in the order of the claims. */
export const chainLines = (
  lookup: CaseLookup,
  favour: readonly Claim[],
  against: readonly Claim[],
): readonly ChainLine[] => {
  const lines = new Map<string, ChainLine>();
  for (const [speaks, claims] of [
    ['for', favour],
    ['against', against],
  ] as const) {
    for (const claim of claims) {
      const links = lookup.links(claim);
      lines.set(JSON.stringify([speaks, links]), { links, speaks });
    }
  }
  return [...lines.values()];
};

/** The chains to show, both sides among them where both have spoken. */
export const cutChains = (lines: readonly ChainLine[], limit: number = LIMITS.chains): readonly ChainLine[] => {
  if (lines.length <= limit) return lines;
  const against = lines.filter((line) => line.speaks === 'against').slice(0, Math.floor(limit / 2));
  return [...lines.filter((line) => line.speaks === 'for').slice(0, limit - against.length), ...against];
};

/** "corroborated, 2 origins · 5 claims in 4 documents". */
const asideOf = (finding: Finding, favour: readonly Claim[], against: readonly Claim[]): string => {
  const documents = new Set([...favour, ...against].map((claim) => claim.document)).size;
  const standing =
    finding.status === 'corroborated' && finding.origins.length > 1
      ? `corroborated, ${finding.origins.length} origins`
      : STANDING_WORDS[finding.status];
  const where = `in ${counted(documents, 'document')}`;
  const all = favour.length + against.length;
  const claims =
    favour.length > 0 && against.length > 0
      ? `${favour.length} for, ${against.length} against, ${where}`
      : all === documents
        ? where
        : `${counted(all, 'claim')} ${where}`;
  return `${standing} · ${claims}`;
};

const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');

const sumOf = (
  lookup: CaseLookup,
  { weight, informationCredibility: { grade, by }, sourceReliability }: Finding,
): Sum => ({
  head: `weight ${weight.total < 0 ? signed(weight.total) : weight.total} · credibility ${grade}, ${CREDIBILITY_WORDS[grade]}${by === 'analysts' ? ' (as an analyst graded it)' : ''}`,
  lines: weight.lines.map(({ value, what, rule }) => `${signed(value)} ${oneLine(what)} (${rule})`),
  reliability: sourceReliability.some(({ grade: rated }) => rated !== 'F')
    ? `reliability as analysts rated it: ${sourceReliability
        .map(
          ({ origin, grade: rated }) =>
            `${oneLine(lookup.origins.find(({ id }) => id === origin)?.name ?? origin)} ${rated}`,
        )
        .join(', ')}`
    : '',
});

/** A finding set as a statement; null when it has no quote to stand on. */
export const statementOf = (lookup: CaseLookup, book: NoteBook, finding: Finding): Statement | null => {
  const favour = lookup.claimsOf(finding.claims);
  const against = lookup.claimsOf(finding.denials);
  const all = [...favour, ...against];
  const notes = all.length > 0 ? book.ofClaims(all) : book.ofPlaces(finding.evidence);
  if (notes === null) return null;
  const chains = chainLines(lookup, favour, against);
  const shown = cutChains(chains);
  return {
    text: findingText(finding, all),
    notes,
    standing: finding.status,
    aside: asideOf(finding, favour, against),
    sum: sumOf(lookup, finding),
    chains: shown,
    moreChains: chains.length - shown.length,
    origins: lookup.inOrder(all.flatMap((claim) => claim.origins)),
  };
};

/** A sentence on claims; null when they have no quote. */
export const sentenceOn = (book: NoteBook, text: string, claims: readonly Claim[]): Sentence | null => {
  const notes = book.ofClaims(claims);
  return notes === null ? null : { text, notes };
};

const dateOfFinding = (lookup: CaseLookup, { claims, denials }: Finding): string | null =>
  lookup.claimsOf([...claims, ...denials]).find((claim) => claim.date !== null)?.date ?? null;

const STANDING_RANK: ReadonlyMap<string, number> = new Map(STANDINGS.map((standing, index) => [standing, index]));

/** Most important first: standing, then independent origins, then claims; among equals in time's order. */
export const byWeight = (lookup: CaseLookup, findings: readonly Finding[]): readonly Finding[] => {
  const dates = new Map(findings.map((finding) => [finding.id, dateOfFinding(lookup, finding)]));
  const date = (finding: Finding): string | null => dates.get(finding.id) ?? null;
  return [...findings].sort(
    (a, b) =>
      (STANDING_RANK.get(a.status) ?? 0) - (STANDING_RANK.get(b.status) ?? 0) ||
      b.origins.length - a.origins.length ||
      b.claims.length + b.denials.length - a.claims.length - a.denials.length ||
      byDate(date(a), date(b)) ||
      (a.id < b.id ? -1 : 1),
  );
};
