import type { NetworkEdge, NetworkNode } from '../../../src/serve/index.ts';

/** Shapes of nodes: what something is can be told without colour. */
export type NodeShape = 'circle' | 'square' | 'diamond' | 'triangle' | 'ring';

const SHAPES: Readonly<Record<string, NodeShape>> = {
  person: 'circle',
  group: 'circle',
  organization: 'square',
  publicBody: 'diamond',
  place: 'triangle',
  facility: 'triangle',
};

export const shapeOf = (type: string): NodeShape => SHAPES[type] ?? 'ring';

/** Types in plain words. */
export const TYPE_WORDS: Readonly<Record<string, string>> = {
  person: 'people',
  group: 'groups',
  organization: 'organisations',
  publicBody: 'public bodies',
  place: 'places',
  facility: 'facilities',
  asset: 'assets',
  instrument: 'plans, laws, contracts',
  money: 'sums of money',
};

export const ONE_OF: Readonly<Record<string, string>> = {
  publicBody: 'public body',
  instrument: 'plan, law or contract',
  organization: 'organisation',
};

export const LAYER_WORDS: Readonly<Record<string, string>> = {
  tie: 'ties',
  meeting: 'met together',
  deal: 'deals',
  money: 'money',
  sanction: 'sanctions, waivers',
  place: 'met at',
};

/** How large a node is, in pixels: by how much it has a part in. */
export const nodeSize = ({ rows }: NetworkNode): number => Math.min(17, 3.5 + 2 * Math.sqrt(rows));

const WIDTHS: Readonly<Record<string, number>> = {
  tie: 2,
  deal: 2.2,
  money: 2.2,
  sanction: 2,
  meeting: 1.1,
  place: 0.7,
};

/** How wide an edge is, in pixels: by what it is, and by how well it stands. */
export const edgeSize = ({ layer, standing }: NetworkEdge): number =>
  (WIDTHS[layer] ?? 1) * (standing === 'corroborated' ? 1.8 : standing === 'unknown-origin' ? 0.7 : 1);

/** Dashed: denied, disputed, or from nobody knows where. */
export const isDashed = ({ isDenied, standing }: NetworkEdge): boolean =>
  isDenied || standing === 'disputed' || standing === 'denied' || standing === 'unknown-origin';

/** An edge in words, as tables and cards say it. */
export const edgeWords = ({ layer, kind, isDenied }: NetworkEdge): string => {
  const words = layer === 'meeting' ? (kind === 'call' ? 'spoke' : kind === 'visit' ? 'visit' : 'met') : kind;
  return isDenied ? `${words} (denied)` : words;
};

/** A colour as the browser has it, in the form that WebGL takes. */
export const cssColour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A colour let through by a ground, as one that is not let through: WebGL blends edges upon edges otherwise. */
export const mixed = (colour: string, ground: string, part: number): string => {
  const parts = (hex: string): readonly number[] => {
    const full = hex.replace('#', '');
    return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16));
  };
  const [a, b] = [parts(colour), parts(ground)];
  return `#${a
    .map((value, index) =>
      Math.round(value * part + (b[index] ?? 0) * (1 - part))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
};
