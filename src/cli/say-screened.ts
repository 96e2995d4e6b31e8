import type { CaseDecision } from '../model/index.ts';
import type { Candidate, Screened } from '../screen/index.ts';
import { plain, plainCell } from './plain.ts';

export const count = (number: number, what: string): string => `${number.toLocaleString('en')} ${what}`;

const sayCandidate = (one: Candidate, judged: readonly CaseDecision[], toJudge: string): string => {
  const { entry, list, listed, asked, score, reasons } = one;
  const verdict =
    judged.length === 0
      ? 'candidate, not judged'
      : judged
          .map(
            ({ kind, by, at, why }) => `judged ${kind} by ${by} on ${at.slice(0, 10)}${why === null ? '' : `: ${why}`}`,
          )
          .join('; ');
  const facts = [
    entry.schema,
    ...(entry.birthDates.length > 0 ? [`born ${entry.birthDates.join(' or ')}`] : []),
    ...(entry.countries.length > 0 ? [entry.countries.join(', ')] : []),
    ...(entry.listed === null ? [] : [`listed ${entry.listed}`]),
    ...entry.programs,
  ];
  return [
    `  ${score.toFixed(2)}  ${plainCell(entry.names[0]?.text ?? '')}  [${plain(entry.ref)}]  ${plainCell(verdict)}`,
    `        ${plainCell(facts.join('; '))}`,
    `        ${plainCell(`“${asked}” and “${listed.text}”: ${reasons.map(({ text, effect }) => (effect === 'for' ? text : `${effect}: ${text}`)).join('; ')}`)}`,
    `        ${plainCell(`in ${list.file} of ${list.published ?? 'an unknown date'}`)}`,
    ...(judged.length > 0 || toJudge === '' ? [] : [`        judge it: ${plainCell(toJudge)}`]),
  ].join('\n');
};

/** One line of JSON: who was asked for, each candidate with its reasons, and what people decided of it. */
export const asJson = (
  who: object,
  { candidates, more }: Screened,
  judged: (ref: string) => readonly CaseDecision[],
): string =>
  `${JSON.stringify({
    ...who,
    candidates: candidates.map(({ entry, list, asked, listed, nameScore, score, verdict, reasons }) => ({
      ref: entry.ref,
      list: { file: list.file, format: list.format, published: list.published },
      score,
      nameScore,
      verdict,
      asked,
      listed: listed.text,
      reasons,
      entry,
      decisions: judged(entry.ref).map(({ id, kind, by, at, why }) => ({ id, kind, by, at, why })),
    })),
    more,
  })}\n`;

/** The candidates of one who was asked for, with the command that judges each. */
export const sayScreened = (
  name: string,
  about: string,
  { candidates, more }: Screened,
  judged: (ref: string) => readonly CaseDecision[],
  command: string,
): string =>
  [
    `${plainCell(name)}${about}`,
    ...candidates.map((one) =>
      sayCandidate(
        one,
        judged(one.entry.ref),
        command === ''
          ? ''
          : `${command} "list:${one.entry.ref} (${(one.entry.names[0]?.text ?? '').replaceAll('"', '')})"`,
      ),
    ),
    ...(more > 0 ? [`  … and ${count(more, 'more')} (see them with --most)`] : []),
    '',
    '',
  ].join('\n');

export const summary = (asked: number, what: string, found: number): string =>
  `${count(asked, what)} asked for, ${count(found, 'with candidates')}. A candidate is a name to check, no finding: nobody is on a list until somebody judges so.\n`;
