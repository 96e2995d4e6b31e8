import { describe, expect, it } from 'vitest';
import { STYLE } from './style.ts';

type Colours = Readonly<Record<string, string>>;

/** The colours of one `:root` rule. */
const coloursOf = (rule: string): Colours =>
  Object.fromEntries(
    [...rule.matchAll(/--([a-z0-9]+):(#[0-9a-f]{3,6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );

const [light = '', dark = '', print = ''] = [...STYLE.matchAll(/:root\{[^}]*\}/g)].map((match) => match[0]);

/** Relative luminance, WCAG 2.2. */
const luminance = (colour: string): number => {
  const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

describe('the style sheet', () => {
  it.each([
    ['light', coloursOf(light)],
    ['dark', coloursOf(dark)],
    ['print', coloursOf(print)],
  ])('sets words with a contrast of 4.5 or more and marks with 3 or more (%s)', (_, colours) => {
    for (const ground of ['paper', 'card', 'wash']) {
      for (const words of ['ink', 'dim', 'link']) {
        expect(contrast(colours[words] ?? '', colours[ground] ?? ''), `${words} on ${ground}`).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    }
    for (const mark of ['ok', 'half', 'bad', 'o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8']) {
      expect(contrast(colours[mark] ?? '', colours.paper ?? ''), mark).toBeGreaterThanOrEqual(3);
    }
  });

  it('fetches nothing', () => {
    expect(STYLE).not.toMatch(/@import|@font-face|url\(/);
  });

  it('has rules for the dark, for narrow screens and for paper', () => {
    expect(STYLE).toContain('prefers-color-scheme:dark');
    expect(STYLE).toContain('max-width:640px');
    expect(STYLE).toContain('size:A4');
  });
});
