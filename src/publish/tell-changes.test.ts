import { describe, expect, it } from 'vitest';
import { CASE as now } from '../../tests/publish/aster-pass.ts';
import type { Case, Finding } from '../model/index.ts';
import { CaseSight, NO_SIGHT, sightOf } from './case-sight.ts';
import { tellChanges } from './tell-changes.ts';

const AT = '2034-01-01T10:00:00.000Z';
const sight = sightOf('d1', now);

const tell = (before: CaseSight, made: Case = now) => tellChanges(before, made, AT);

/** The sight as it would be if one finding had stood otherwise. */
const withFinding = (id: string, change: Partial<CaseSight['findings'][number]>): CaseSight => ({
  ...sight,
  digest: 'd0',
  findings: sight.findings.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

const first = (test: (finding: Finding) => boolean): Finding => {
  const found = now.findings.find(test);
  if (found === undefined) throw new Error('the case has no such finding');
  return found;
};

describe('tellChanges', () => {
  it('tells nothing where nothing has changed', () => {
    expect(tell(sight)).toEqual([]);
    expect(tell(CaseSight.parse(JSON.parse(JSON.stringify(sight))))).toEqual([]);
  });

  it('tells of everything in a case that was empty, each thing once and with ids of its own', () => {
    const notices = tell(NO_SIGHT);
    const of = (list: string) => notices.filter((notice) => notice.list === list).map(({ item }) => item);
    expect(of('documents')).toEqual(now.documents.map(({ id }) => id));
    expect(of('findings')).toEqual(now.findings.map(({ id }) => id));
    expect(of('contradictions')).toEqual(now.contradictions.map(({ id }) => id));
    expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length);
    // The same change is the same notice, whenever it is noticed.
    expect(tellChanges(NO_SIGHT, now, '2035-01-01T00:00:00.000Z').map(({ id }) => id)).toEqual(
      notices.map(({ id }) => id),
    );
  });

  it('tells of a second origin by the names of both', () => {
    const finding = first(({ status, origins }) => status === 'corroborated' && origins.length === 2);
    const [notice, ...more] = tell(withFinding(finding.id, { standing: 'single-origin', origins: 1 }));
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ kind: 'origin', item: finding.id, from: 'one origin', to: '2 origins' });
    expect(notice?.text).toMatch(/^A second origin \(.+ and .+\): .+ \(one origin → 2 origins\)$/);
    expect(notice?.origins).toHaveLength(2);
  });

  it('tells of a denial, and of any other change of standing', () => {
    const disputed = first(({ status }) => status === 'disputed');
    const [denied] = tell(withFinding(disputed.id, { standing: 'single-origin', denials: 0 }));
    expect(denied).toMatchObject({ kind: 'denial', from: 'one origin', to: 'disputed' });
    const single = first(({ status }) => status === 'single-origin');
    expect(tell(withFinding(single.id, { standing: 'corroborated', origins: 2 }))).toMatchObject([
      { kind: 'standing', from: '2 origins', to: 'one origin' },
    ]);
  });

  it('knows a finding again by its claims when its id has changed', () => {
    const before = { ...sight, findings: sight.findings.map((one) => ({ ...one, id: `finding-old-${one.id}` })) };
    expect(tell(before)).toEqual([]);
  });

  it('tells an edited document from a new one by its path', () => {
    const [document] = now.documents;
    if (document === undefined) throw new Error('the case has no document');
    const { [document.id]: _, ...others } = sight.documents;
    expect(tell({ ...sight, documents: others })).toMatchObject([{ kind: 'document', item: document.id }]);
    expect(tell({ ...sight, documents: { ...others, 'doc-older': document.paths } })).toMatchObject([
      { kind: 'edited', item: document.id, from: 'doc-older', to: document.id, place: document.paths[0] },
    ]);
  });

  it('tells of a deal that goes on', () => {
    const deal = now.deals.find(({ stage }) => stage !== null);
    if (deal === undefined) throw new Error('the case has no deal with a stage');
    const deals = sight.deals.map((one) => (one.id === deal.id ? { ...one, stage: 'floated' } : one));
    expect(tell({ ...sight, deals })).toMatchObject([{ kind: 'deal', item: deal.id, from: 'floated', to: deal.stage }]);
  });
});
