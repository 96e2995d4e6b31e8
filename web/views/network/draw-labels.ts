import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface Colours {
  readonly ink: string;
  readonly paper: string;
}

const GAP = 3;
const LONGEST = 30;

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`);

/** Draws names beside nodes so that none lies upon another; whoever is drawn first has the room. */
export const makeLabels = (
  colours: () => Colours,
): { begin(): void; readonly draw: NodeLabelDrawingFunction; readonly drawHover: NodeHoverDrawingFunction } => {
  let taken: Box[] = [];
  const draw: NodeLabelDrawingFunction = (context, data, settings) => {
    if (data.label === null || data.label === undefined) return;
    const text = cut(data.label);
    const { ink, paper } = colours();
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    const x = data.x + data.size + 4;
    const y = data.y + settings.labelSize / 3;
    const box = {
      x0: x - GAP,
      x1: x + context.measureText(text).width + GAP,
      y0: y - settings.labelSize - GAP / 2,
      y1: y + GAP,
    };
    if (taken.some((other) => box.x0 < other.x1 && box.x1 > other.x0 && box.y0 < other.y1 && box.y1 > other.y0)) return;
    taken.push(box);
    // A rim of paper keeps words legible over edges.
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeStyle = paper;
    context.strokeText(text, x, y);
    context.fillStyle = ink;
    context.fillText(text, x, y);
  };
  const drawHover: NodeHoverDrawingFunction = (context, data, settings) => {
    const { ink, paper } = colours();
    const text = data.label ?? '';
    context.font = `600 ${settings.labelSize + 1}px ${settings.labelFont}`;
    const x = data.x + data.size + 5;
    const y = data.y + settings.labelSize / 3;
    context.fillStyle = paper;
    context.strokeStyle = ink;
    context.lineWidth = 1;
    const wide = context.measureText(text).width;
    if (text !== '') {
      context.beginPath();
      context.roundRect(x - 5, y - settings.labelSize - 4, wide + 11, settings.labelSize + 11, 4);
      context.fill();
      context.stroke();
      context.fillStyle = ink;
      context.fillText(text, x, y);
    }
    context.beginPath();
    context.arc(data.x, data.y, data.size + 2, 0, Math.PI * 2);
    context.lineWidth = 2;
    context.stroke();
  };
  return {
    begin: () => {
      taken = [];
    },
    draw,
    drawHover,
  };
};
