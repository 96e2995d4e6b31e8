import type { Finding } from '../model/index.ts';
import type { Block, Section } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { byWeight, findingText, sentenceOn } from './state-findings.ts';
import { counted, oneLine } from './words.ts';

/** Findings that one origin carries alone, by origin. */
export const onOneOrigin = (lookup: CaseLookup, book: NoteBook): Section => {
  const byOrigin = new Map<string, Finding[]>(lookup.origins.map((origin) => [origin.id, []]));
  const together = new Map<string, Finding[]>();
  for (const finding of lookup.case.findings) {
    if (finding.status !== 'single-origin') continue;
    const [origin, ...others] = lookup.inOrder(finding.origins);
    if (origin !== undefined && others.length === 0) byOrigin.get(origin)?.push(finding);
    // Several origins, one voice: all of them rest on the word of the same named speaker (rule W3 of weighing).
    else if (origin !== undefined) {
      const key = lookup.inOrder(finding.origins).join(' ');
      together.set(key, [...(together.get(key) ?? []), finding]);
    }
  }
  const list = (title: string, origin: string | null, findings: readonly Finding[]): Block | null => {
    const { shown, more } = cut(byWeight(lookup, findings), LIMITS.listed, 'findings');
    const items = shown.flatMap((finding) => {
      const claims = lookup.claimsOf(finding.claims);
      return sentenceOn(book, findingText(finding, claims), claims) ?? [];
    });
    if (items.length === 0) return null;
    return { kind: 'list', title: `${title}: ${counted(findings.length, 'finding')}`, origin, items, more };
  };
  const blocks = [
    ...lookup.origins.map((origin) => list(oneLine(origin.name), origin.id, byOrigin.get(origin.id) ?? [])),
    ...[...together].map(([key, findings]) => {
      const names = key.split(' ').map((id) => lookup.origins.find((origin) => origin.id === id)?.name ?? '');
      return list(`${names.map(oneLine).join(' and ')}, on one speaker’s word`, null, findings);
    }),
  ].filter((block) => block !== null);
  return {
    id: 'one-origin',
    title: 'What rests on one origin',
    lead:
      blocks.length === 0
        ? null
        : 'However many documents repeat it, one source of reporting stands behind each of these.',
    blocks: blocks.length > 0 ? blocks : [{ kind: 'plain', text: 'Nothing rests on one origin alone.' }],
  };
};
