import type { Finding } from '../../model/index.ts';
import { type ChangedFinding, whatIf } from '../../what-if.ts';
import { plain, plainCell } from '../plain.ts';
import { renderTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';
import { count } from './read.ts';

const standing = (finding: Finding | null): string =>
  finding === null ? 'gone' : `${finding.status} (${finding.weight.total})`;

/** What it comes to in a line: how many fall from two voices to one, and how many go. */
const summary = (changed: readonly ChangedFinding[]): readonly string[] => {
  const fallen = changed.filter(
    ({ before, after }) => before.status === 'corroborated' && after !== null && after.status !== 'corroborated',
  ).length;
  const gone = changed.filter(({ after }) => after === null).length;
  const settled = changed.filter(
    ({ before, after }) => before.status === 'disputed' && after !== null && after.status !== 'disputed',
  ).length;
  return [
    `${count(gone, 'finding', 'findings')} would be gone`,
    `${fallen} no longer corroborated`,
    `${settled} no longer disputed`,
    `${changed.length - gone - fallen - settled} otherwise changed`,
  ];
};

/** `what-if FILE --without NAME`: the case weighed anew without some sources, before and after. Writes nothing. */
export const whatIfCommand = (file: string, names: readonly string[], terminal: Terminal): Promise<number> =>
  withCase(file, terminal, async (view) => {
    const { dropped, before, after, changed, hypotheses } = await whatIf(view, names);
    for (const one of dropped)
      await terminal.out(
        `Without ${plainCell(one.name)}: ${count(one.origins.length, 'origin', 'origins')}, ${count(one.documents.length, 'document', 'documents')} of it, ${count(one.entities.length + one.words.length, 'speaker or outlet', 'speakers or outlets')}\n`,
      );
    await terminal.out(
      `${before.claims.length} → ${after.claims.length} claims, ${before.findings.length} → ${after.findings.length} findings, ${before.contradictions.length} → ${after.contradictions.length} contradictions, ${before.interests.length} → ${after.interests.length} interests\n${summary(changed).join(', ')}\n\n`,
    );
    const bold = (text: string): string => (terminal.hasColour ? `\u001b[1m${text}\u001b[22m` : text);
    if (changed.length > 0)
      await terminal.out(
        renderTable(
          [
            { title: 'id', fixed: true },
            { title: 'before (weight)', fixed: true },
            { title: 'after (weight)', fixed: true },
            { title: 'finding' },
          ],
          changed.map((one) => [
            one.before.id,
            standing(one.before),
            standing(one.after),
            plainCell(one.after?.text ?? one.before.text),
          ]),
          terminal.width,
          bold,
        ),
      );
    if (hypotheses.length > 0)
      await terminal.out(
        `\n${renderTable(
          [{ title: 'hypothesis' }, { title: 'inconsistency', fixed: true }, { title: 'rank', fixed: true }],
          hypotheses.map((one) => [
            plainCell(one.before.text),
            `${one.before.inconsistency} → ${one.after.inconsistency}`,
            `${one.before.rank} → ${one.after.rank}`,
          ]),
          terminal.width,
          bold,
        )}`,
      );
    await terminal.out(`\nNothing was written. The case is as it was: backchannel show ${plain(file)} findings\n`);
    return 0;
  });
