import { describe, expect, it } from 'vitest';
import { CASE, DOCUMENTS } from '../../tests/publish/aster-pass.ts';
import type { Case, Claim, Entity, Finding, Meeting } from '../model/index.ts';
import { briefHtml, briefMarkdown } from './index.ts';

/** The case with its first meeting, claim and person told `times` times over under other ids. */
const manifold = (times: number): Case => {
  const [claim] = CASE.claims as [Claim];
  const [meeting] = CASE.meetings as [Meeting];
  const finding = CASE.findings.find((one) => one.status === 'single-origin') as Finding;
  const person = CASE.entities.find((one) => one.type === 'person') as Entity;
  const numbers = Array.from({ length: times }, (_, index) => String(index).padStart(6, '0'));
  return {
    ...CASE,
    claims: [...CASE.claims, ...numbers.map((n) => ({ ...claim, id: `claim-x${n}` }))],
    findings: [...CASE.findings, ...numbers.map((n) => ({ ...finding, id: `finding-x${n}`, claims: [`claim-x${n}`] }))],
    meetings: [
      ...CASE.meetings,
      ...numbers.map((n) => ({ ...meeting, id: `event-x${n}`, claims: [`claim-x${n}`], finding: `finding-x${n}` })),
    ],
    entities: [...CASE.entities, ...numbers.map((n) => ({ ...person, id: `entity-x${n}`, name: `Person ${n}` }))],
  };
};

describe('a long case', () => {
  const long = manifold(20_000);

  it('is cut and says how much was left out and where to find it', () => {
    const html = briefHtml(long, DOCUMENTS, { file: 'long.case' });
    expect(html.length).toBeLessThan(1_000_000);
    expect(html).toMatch(/and 19,9\d\d more; <code>backchannel show long\.case findings<\/code>/);
    expect(html).toMatch(/and 19,9\d\d more; <code>backchannel show long\.case meetings<\/code>/);
    expect(html).toMatch(/and 19,9\d\d more; <code>backchannel show long\.case entities<\/code>/);
    expect(briefMarkdown(long, DOCUMENTS)).toMatch(/and 19,9\d\d more; backchannel show FILE findings/);
  });

  it('shows what is disputed though much else is told', () => {
    expect(briefMarkdown(long, DOCUMENTS)).toContain('◇ A twelve-point plan');
  });

  it('takes a time that grows with its size, not with its square', () => {
    const timed = (case_: Case): number => {
      const start = performance.now();
      briefHtml(case_, DOCUMENTS);
      return performance.now() - start;
    };
    const small = manifold(2_500);
    timed(small);
    const [few, many] = [Math.min(timed(small), timed(small), timed(small)), Math.min(timed(long), timed(long))];
    // Eight times as much: linear work takes about 8 times as long, square work 64; the machine may be busy.
    expect(many).toBeLessThan(Math.max(few * 24, 1500));
  });
});
