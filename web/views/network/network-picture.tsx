import Graph from 'graphology';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import Sigma from 'sigma';
import type { NetworkAnswer } from '../../../src/serve/index.ts';
import { colourClass, useCase } from '../../core/case.ts';
import { useIsDark } from '../../core/theme.ts';
import { makeLabels } from './draw-labels.ts';
import { cssColour, edgeSize, isDashed, mixed, nodeSize, shapeOf } from './draw-network.ts';
import type { NetworkPath } from './find-path.ts';
import type { NarrowedNetwork } from './narrow-network.ts';
import type { Layout } from './use-layout.ts';
import { EDGE_PROGRAMS, NODE_PROGRAMS } from './webgl-programs.ts';

/** What the picture can be asked to do. */
export interface PictureHandle {
  fit(): void;
  nearer(): void;
  farther(): void;
  goTo(node: number): void;
}

/** What is picked: places in the answer. */
export interface Picked {
  readonly node: number | null;
  readonly edge: number | null;
  readonly path: NetworkPath | null;
}

export interface NetworkPictureProps {
  readonly data: NetworkAnswer;
  readonly layout: Layout;
  readonly shown: NarrowedNetwork;
  readonly picked: Picked;
  readonly handle: RefObject<PictureHandle | null>;
  readonly pickNode: (place: number, isShift: boolean) => void;
  readonly pickEdge: (place: number) => void;
  readonly pickNothing: () => void;
}

/** Of more edges than this, none can be picked in the picture: finding the one under the mouse would hold it up. */
export const EDGES_PICKED = 6000;
/** Edges above this many are left out while the picture moves. */
const EDGES_MOVED = 4000;

const MS = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250);

/** What is near to what is picked, as places. */
const highlightOf = ({ edges }: NetworkAnswer, shown: NarrowedNetwork, { node, edge, path }: Picked) => {
  if (path !== null) return { nodes: new Set(path.nodes), edges: new Set(path.edges) };
  const one = edge === null ? undefined : edges[edge];
  if (edge !== null && one !== undefined) return { nodes: new Set([one.source, one.target]), edges: new Set([edge]) };
  if (node === null) return null;
  const own = shown.edges.filter((place) => edges[place]?.source === node || edges[place]?.target === node);
  const near = own.flatMap((place) => [edges[place]?.source ?? node, edges[place]?.target ?? node]);
  return { nodes: new Set([node, ...near]), edges: new Set(own) };
};

/** The network drawn by WebGL. Everything in it can also be reached in the table. */
export const NetworkPicture = (props: NetworkPictureProps): ReactNode => {
  const { data, layout, shown, picked, handle } = props;
  const head = useCase();
  const isDark = useIsDark();
  // What it takes to pick edges is set up once: the picture is made anew where that changes.
  const isPickable = shown.edges.length <= EDGES_PICKED;
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<{ readonly sigma: Sigma; readonly graph: Graph } | null>(null);
  /** Where somebody asked to go: gone to again when the layout has moved it. */
  const wanted = useRef<number | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const state = useRef<{ visible: Set<number>; visibleEdges: Set<number>; near: ReturnType<typeof highlightOf> }>({
    visible: new Set(),
    visibleEdges: new Set(),
    near: null,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read from the theme; all is made anew when it changes
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const graph = new Graph({ multi: true, type: 'undirected' });
    const paper = cssColour('--paper');
    const ink = cssColour('--ink');
    const accent = cssColour('--accent');
    const hair = mixed(cssColour('--edge'), paper, 0.3);
    const calm = mixed(ink, paper, 0.72);
    // Where there are many, each is drawn smaller.
    const crowd = Math.min(1, Math.sqrt(400 / Math.max(1, data.nodes.length)));
    for (const [index, node] of data.nodes.entries())
      graph.addNode(index, {
        x: 0,
        y: 0,
        size: nodeSize(node) * crowd,
        label: node.name,
        color: calm,
        type: shapeOf(node.type),
      });
    for (const [index, edge] of data.edges.entries()) {
      const own = colourClass(head, edge.origins[0]);
      const colour = own === '' ? cssColour('--none') : cssColour(`--${own}`);
      graph.addEdgeWithKey(index, edge.source, edge.target, {
        size: edgeSize(edge) * Math.max(0.5, crowd),
        color: mixed(colour, paper, edge.layer === 'place' ? 0.4 : 0.62),
        strong: colour,
        type: isDashed(edge) ? 'dashed' : 'line',
      });
    }
    const labels = makeLabels(() => ({ ink, paper }));
    const sigma = new Sigma(graph, element, {
      allowInvalidContainer: true,
      enableEdgeEvents: isPickable,
      hideEdgesOnMove: data.edges.length > EDGES_MOVED,
      hideLabelsOnMove: data.edges.length > EDGES_MOVED,
      defaultEdgeType: 'line',
      nodeProgramClasses: NODE_PROGRAMS,
      edgeProgramClasses: EDGE_PROGRAMS,
      labelFont: '"Inter Variable", Inter, system-ui, sans-serif',
      labelSize: 12,
      labelWeight: '500',
      labelDensity: 0.9,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 5 * crowd,
      labelColor: { color: ink },
      defaultDrawNodeLabel: labels.draw,
      defaultDrawNodeHover: labels.drawHover,
      stagePadding: 46,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zIndex: true,
      nodeReducer: (key, attributes) => {
        const { visible, near } = state.current;
        const index = Number(key);
        if (!visible.has(index)) return { ...attributes, hidden: true };
        if (near === null) return attributes;
        if (!near.nodes.has(index)) return { ...attributes, color: hair, label: null, zIndex: 0 };
        const { node, path } = latest.current.picked;
        const isPicked = node === index || (path !== null && (path.nodes[0] === index || path.nodes.at(-1) === index));
        return { ...attributes, color: isPicked ? accent : ink, zIndex: 2, forceLabel: near.nodes.size < 60 };
      },
      edgeReducer: (key, attributes) => {
        const { visibleEdges, near } = state.current;
        const index = Number(key);
        if (!visibleEdges.has(index)) return { ...attributes, hidden: true };
        if (near === null) return attributes;
        if (!near.edges.has(index)) return { ...attributes, color: mixed(hair, paper, 0.45), zIndex: 0 };
        return {
          ...attributes,
          color: attributes.strong as string,
          size: (attributes.size as number) + 1.2,
          zIndex: 2,
        };
      },
    });
    sigma.on('beforeRender', labels.begin);
    sigma.on('clickNode', ({ node, event }) =>
      latest.current.pickNode(Number(node), 'shiftKey' in event.original && event.original.shiftKey),
    );
    sigma.on('clickEdge', ({ edge }) => latest.current.pickEdge(Number(edge)));
    sigma.on('clickStage', () => latest.current.pickNothing());
    const hand = (cursor: string) => () => {
      element.style.cursor = cursor;
    };
    sigma.on('enterNode', hand('pointer'));
    sigma.on('leaveNode', hand(''));
    sigma.on('enterEdge', ({ edge }) => {
      element.style.cursor = 'pointer';
      const told = data.edges[Number(edge)];
      if (told === undefined) return;
      element.title = `${data.nodes[told.source]?.name} – ${told.kind} – ${data.nodes[told.target]?.name}${told.isDenied ? ' (denied)' : ''}`;
    });
    sigma.on('leaveEdge', () => {
      element.style.cursor = '';
      element.title = '';
    });
    drawn.current = { sigma, graph };
    const camera = sigma.getCamera();
    const go = (to: { readonly x?: number; readonly y?: number; readonly ratio?: number }): void => {
      const duration = MS();
      if (duration === 0) camera.setState(to);
      else void camera.animate(to, { duration });
    };
    const stepTo = (node: number): void => {
      if (drawn.current?.sigma !== sigma) return;
      const at = sigma.getNodeDisplayData(String(node));
      if (at === undefined) return;
      const ratio = Math.min(camera.ratio, 0.5);
      // What is picked is told of on the left.
      const aside = element.clientWidth > 760 ? 0.2 * ratio : 0;
      go({ x: at.x - aside, y: at.y, ratio });
    };
    handle.current = {
      fit: () => {
        wanted.current = null;
        go({ x: 0.5, y: 0.5, ratio: 1 });
      },
      nearer: () => go({ ratio: camera.getBoundedRatio(camera.ratio / 1.5) }),
      farther: () => go({ ratio: camera.getBoundedRatio(camera.ratio * 1.5) }),
      goTo: (node) => {
        wanted.current = node;
        // Places that were just taken over are scaled to the picture with the next frame.
        requestAnimationFrame(() => requestAnimationFrame(() => stepTo(node)));
      },
    };
    return () => {
      handle.current = null;
      drawn.current = null;
      sigma.kill();
    };
  }, [data, head, isDark, isPickable]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture made anew is given its places again
  useEffect(() => {
    const now = drawn.current;
    if (now === null) return undefined;
    now.graph.updateEachNodeAttributes(
      (key, attributes) => ({
        ...attributes,
        x: layout.places[Number(key) * 2] ?? 0,
        y: layout.places[Number(key) * 2 + 1] ?? 0,
      }),
      { attributes: ['x', 'y'] },
    );
    const { current: node } = wanted;
    // Only once the new places are taken over: they are read back scaled to the picture.
    const again = node === null ? 0 : window.setTimeout(() => handle.current?.goTo(node), 80);
    place.current?.setAttribute('aria-busy', layout.isDone ? 'false' : 'true');
    return () => window.clearTimeout(again);
  }, [layout, data, head, isDark, isPickable]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture made anew is told what is shown again
  useEffect(() => {
    state.current = {
      visible: new Set(shown.nodes),
      visibleEdges: new Set(shown.edges),
      near: highlightOf(data, shown, picked),
    };
    const { current } = drawn;
    if (current === null) return;
    const isMany = shown.edges.length > EDGES_MOVED;
    if (current.sigma.getSetting('hideEdgesOnMove') !== isMany) current.sigma.setSetting('hideEdgesOnMove', isMany);
    current.sigma.refresh({ skipIndexation: false });
  }, [shown, picked, data, head, isDark, isPickable]);

  return (
    <div
      ref={place}
      className={layout.isStart ? 'net-picture waiting' : 'net-picture'}
      data-nodes={shown.nodes.length}
      data-edges={shown.edges.length}
    />
  );
};
