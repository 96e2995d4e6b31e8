import { describe, expect, it } from 'vitest';
import { consequencesOf, type GraphNode } from './what-if.ts';

const node = (id: string, deals: readonly string[], needs: readonly string[] = [], isOpen = true): GraphNode => ({
  id,
  deals,
  needs,
  isOpen,
});

describe('consequencesOf', () => {
  const graph = [
    node('permit', ['mine']),
    node('peace', ['mine', 'road'], ['vote']),
    node('vote', []),
    node('mine-runs', ['port'], ['mine']),
  ];

  it('opens a deal only when all that it hangs on is supposed', () => {
    expect(consequencesOf(graph, ['peace'], [])).toEqual({ opens: ['road'], closes: [] });
    expect(consequencesOf(graph, ['peace', 'permit'], []).opens).toEqual(['mine', 'road']);
  });

  it('closes whatever hangs on what fails, through conditions and deals', () => {
    expect(consequencesOf(graph, [], ['vote']).closes).toEqual(['mine', 'road', 'port']);
    expect(consequencesOf(graph, [], ['permit']).closes).toEqual(['mine', 'port']);
  });

  it('lets no condition shut a deal that is met or denied', () => {
    const met = [...graph, node('survey', ['road'], [], false)];
    expect(consequencesOf(met, ['peace'], []).opens).toEqual(['road']);
    expect(consequencesOf(met, [], ['survey']).closes).toEqual([]);
  });

  it('says nothing of a deal that hangs on nothing', () => {
    expect(consequencesOf([node('vote', [])], ['vote'], [])).toEqual({ opens: [], closes: [] });
  });
});
