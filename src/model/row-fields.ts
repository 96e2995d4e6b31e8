import { z } from 'zod';

interface Node {
  readonly $ref?: string;
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
}

/** How deep paths go: `versions.evidence.quote`. */
const DEEPEST = 3;

/**
 * The fields of a row by their paths, through lists: `place`, `sides.name`, `conditions.text`. Ordered as in the schema.
 *
 * @param schema Of a row of a case.
 */
export const fieldsOf = (schema: z.ZodType): readonly string[] => {
  const root = z.toJSONSchema(schema) as Node & { readonly $defs?: Readonly<Record<string, Node>> };
  const found: string[] = [];
  const visit = (node: Node | undefined, path: string, depth: number): void => {
    if (node === undefined || depth > DEEPEST) return;
    if (node.$ref !== undefined) {
      visit(root.$defs?.[node.$ref.slice(node.$ref.lastIndexOf('/') + 1)], path, depth);
      return;
    }
    for (const one of node.anyOf ?? []) visit(one, path, depth);
    if (node.items !== undefined) visit(node.items, path, depth);
    for (const [name, child] of Object.entries(node.properties ?? {})) {
      const own = path === '' ? name : `${path}.${name}`;
      if (!found.includes(own)) found.push(own);
      visit(child, own, depth + 1);
    }
  };
  visit(root, '', 1);
  return found;
};
