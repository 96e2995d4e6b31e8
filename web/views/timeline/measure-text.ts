let context: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();
let font = '';

/** The font of labels, as the picture's style has it. */
export const LABEL_FONT = '12.5px "Inter Variable", Inter, system-ui, sans-serif';

/** How wide words are as labels, in pixels; kept, since the same words are asked for at every step of a zoom. */
export const measureLabel = (text: string): number => {
  // Until the font is there another is measured; what was measured then is forgotten.
  const state = `${document.fonts.status}`;
  if (state !== font) {
    widths.clear();
    font = state;
  }
  const known = widths.get(text);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return text.length * 7;
  context.font = LABEL_FONT;
  const wide = context.measureText(text).width;
  if (widths.size > 20_000) widths.clear();
  widths.set(text, wide);
  return wide;
};
