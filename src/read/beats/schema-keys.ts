import { z } from 'zod';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}

/** The keys that a schema knows at a path of keys, to suggest one. */
export const keysOf = (schema: z.ZodType): ((path: readonly PropertyKey[]) => readonly string[]) => {
  const root = z.toJSONSchema(schema, { io: 'input' }) as Node;
  const step = (node: Node, key: PropertyKey): readonly Node[] =>
    [node, ...(node.anyOf ?? [])].flatMap(({ properties, additionalProperties, items }) => {
      if (typeof key === 'number') return items ?? [];
      const own = properties !== undefined && Object.hasOwn(properties, key) ? properties[String(key)] : undefined;
      return own ?? (typeof additionalProperties === 'object' ? additionalProperties : []);
    });
  return (path) => {
    const nodes = path.reduce<readonly Node[]>((at, key) => at.flatMap((node) => step(node, key)), [root]);
    return [
      ...new Set(
        nodes.flatMap((node) => [node, ...(node.anyOf ?? [])]).flatMap((n) => Object.keys(n.properties ?? {})),
      ),
    ];
  };
};
