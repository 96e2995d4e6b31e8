const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const roman = (value: number): string => {
  let rest = value;
  let signs = '';
  for (const [size, sign] of ROMAN) while (rest >= size) [signs, rest] = [signs + sign, rest - size];
  return signs;
};

/** a to z, then aa, bb, as word processors count on. */
const letter = (value: number): string =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);

/** How a list writes its numbers. */
export type NumberFormat = 'digits' | 'padded' | 'roman' | 'ROMAN' | 'letters' | 'LETTERS';

/** A number as a list shows it; in digits where no list goes so far. */
export const numberSign = (value: number, format: NumberFormat): string => {
  if (value < 1 || value > 5000) return String(value);
  if (format === 'roman') return roman(value);
  if (format === 'ROMAN') return roman(value).toUpperCase();
  if (format === 'letters') return letter(value);
  if (format === 'LETTERS') return letter(value).toUpperCase();
  return format === 'padded' && value < 10 ? `0${value}` : String(value);
};
