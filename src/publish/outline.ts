import type { ContingencyGraph, ContingencyNode } from './brief.ts';

/** A node as a line of a nested list. */
export interface OutlineLine {
  readonly node: ContingencyNode;
  /** How it hangs on the line above it; null for a deal at the top. */
  readonly form: ContingencyGraph['edges'][number]['form'] | null;
  readonly depth: number;
  /** It stands above with what it hangs on. */
  readonly isAgain: boolean;
}

/** The graph as a nested list, deals at the top. What hangs below two stands below the first; below the other it is only named. */
export const outline = ({ nodes, edges, roots }: ContingencyGraph): readonly OutlineLine[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lower = new Map<string, ContingencyGraph['edges'][number][]>();
  for (const edge of edges) lower.set(edge.from, [...(lower.get(edge.from) ?? []), edge]);
  const told = new Set<string>();
  const lines: OutlineLine[] = [];
  const add = (id: string, form: OutlineLine['form'], depth: number): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const isAgain = told.has(id) && (lower.get(id) ?? []).length > 0;
    lines.push({ node, form, depth, isAgain });
    if (told.has(id)) return;
    told.add(id);
    for (const edge of lower.get(id) ?? []) add(edge.to, edge.form, depth + 1);
  };
  for (const root of roots) if (!told.has(root)) add(root, null, 0);
  return lines;
};
