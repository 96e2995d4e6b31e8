import { byText, type Claim, type Proposal } from '../model/index.ts';
import { isWriting } from './proposal-versions.ts';
import { entitiesIn, unnamedIn } from './rows.ts';

type Authorship = Proposal['authorship'][number];

/** Who says so: the innermost of the chain; null where that is not told. */
const speakerOf = ({ chain }: Claim): string | null => {
  const [first] = chain;
  return first === undefined || first.kind === 'unknown' || first.name === '' ? null : first.name;
};

/** Having written: what a denial must be about to deny authorship. */
export const WROTE =
  /\b(?:writ(?:e|es|ing|ten)|wrote|draft(?:ed|ing)?|author(?:ed|ship)?|draw(?:n|ing)? up|drew up|prepar(?:ed|ing)|compos(?:ed|ing)|shap(?:ed|ing))\b/i;

/**
 * Who made a plan, as each side claims: a line for each set of authors and each who says so, denials apart; ordered by the authors,
 * then by who says so. Who revised a plan or handed it over is not its author.
 *
 * @param denials Reports that somebody denied having written it.
 */
export const authorshipOf = (claims: readonly Claim[], denials: readonly Claim[]): readonly Authorship[] => {
  const lines = new Map<string, { line: Omit<Authorship, 'claims' | 'origins' | 'evidence'>; claims: Claim[] }>();
  const put = (by: readonly string[], unnamed: readonly string[], polarity: Claim['polarity'], claim: Claim): void => {
    if (by.length + unnamed.length === 0) return;
    const line = { by, unnamed, claimedBy: speakerOf(claim), polarity };
    const key = JSON.stringify([by, unnamed.map((words) => words.toLowerCase()), line.claimedBy, polarity]);
    const known = lines.get(key);
    if (known === undefined) lines.set(key, { line, claims: [claim] });
    else if (!known.claims.includes(claim)) known.claims.push(claim);
  };
  for (const claim of [...claims].sort((a, b) => byText(a.id, b.id))) {
    if (!isWriting(claim) || claim.properties.act === 'revised') continue;
    put(entitiesIn([claim], 'author'), unnamedIn([claim], 'author'), claim.polarity, claim);
  }
  for (const claim of denials) {
    put(entitiesIn([claim], 'denier'), unnamedIn([claim], 'denier'), 'negative', claim);
  }
  return [...lines]
    .sort(([a], [b]) => byText(a, b))
    .map(([, { line, claims: told }]) => ({
      ...line,
      claims: told.map((claim) => claim.id),
      origins: [...new Set(told.flatMap((claim) => claim.origins))].sort(byText),
      evidence: told.flatMap((claim) => claim.evidence),
    }));
};
