import type { Finding } from '../model/index.ts';
import type { Block, Section } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { ownLedgers } from './own-ledgers.ts';
import { STANDINGS } from './standing.ts';
import { byWeight, statementOf } from './state-findings.ts';

/** Frame types under the heading where a reader looks for them; then come the ledgers of the beat's own, then any other type. */
const GROUPS: readonly { readonly title: string; readonly types: ReadonlySet<string> }[] = [
  { title: 'Meetings', types: new Set(['meeting', 'visit', 'call']) },
  { title: 'Proposals', types: new Set(['proposal', 'stance', 'leak']) },
  { title: 'Deals', types: new Set(['deal', 'offer', 'condition']) },
  { title: 'Sanctions and waivers', types: new Set(['sanction', 'waiver']) },
  { title: 'Ties', types: new Set(['tie', 'ownership', 'appointment']) },
];
const OTHER = 'Other points';

/** Findings as sentences, most important first, by what they are about. */
export const whatStands = (lookup: CaseLookup, book: NoteBook): Section => {
  const all = [...GROUPS, ...ownLedgers(lookup)];
  const groups = new Map<string, Finding[]>([...all.map(({ title }) => title), OTHER].map((title) => [title, []]));
  for (const finding of lookup.case.findings) {
    const group = all.find(({ types }) => types.has(finding.type))?.title ?? OTHER;
    groups.get(group)?.push(finding);
  }
  const blocks = [...groups].flatMap(([title, findings]): readonly Block[] => {
    const ordered = byWeight(lookup, findings);
    const shown = STANDINGS.flatMap((standing) =>
      ordered.filter((finding) => finding.status === standing).slice(0, LIMITS.statements),
    );
    const items = shown.flatMap((finding) => statementOf(lookup, book, finding) ?? []);
    if (items.length === 0) return [];
    const left = findings.length - shown.length;
    return [{ kind: 'statements', title, items, more: left > 0 ? { count: left, ledger: 'findings' } : null }];
  });
  return {
    id: 'stands',
    title: 'What stands',
    lead: 'Every line stands on the quotes in the notes. Under each: through whom it came, the speaker first; and its weight, which unfolds to a sum that can be done again.',
    blocks: blocks.length > 0 ? blocks : [{ kind: 'plain', text: 'No findings in these documents.' }],
  };
};
