import type { ReactNode } from 'react';

export type Precision = 'day' | 'days' | 'month' | 'season' | 'year' | 'long' | 'open';

const WORDS: Readonly<Record<Precision, string>> = {
  day: 'an exact day',
  days: 'a few days',
  month: 'no exact day: a month',
  season: 'no exact month: part of a year',
  year: 'no exact month: a year',
  long: 'a stretch of time',
  open: 'open at one end',
};

/** How exact a date is (EDTF). */
export const precisionOf = (edtf: string): Precision => {
  const [from = '', to] = edtf.replace(/[~?%]/g, '').split('/');
  if (to !== undefined) {
    if (['', '..'].includes(from) || ['', '..'].includes(to)) return 'open';
    const [first, last] = [from, to].map((one) =>
      /^\d{4}-\d\d-\d\d/.test(one) ? Date.parse(one.slice(0, 10)) : Number.NaN,
    );
    return first !== undefined && last !== undefined && last - first < 15 * 86_400_000 ? 'days' : 'long';
  }
  if (/^\d{4}-\d\d-\d\d/.test(from)) return 'day';
  if (/^\d{4}-(?:0[1-9]|1[0-2])/.test(from)) return 'month';
  if (/^\d{4}-\d\d/.test(from)) return 'season';
  return /^\d{4}$/.test(from) ? 'year' : 'long';
};

const WIDTH: Readonly<Record<Exclude<Precision, 'day'>, number>> = {
  days: 7,
  month: 10,
  season: 14,
  year: 18,
  long: 22,
  open: 22,
};

/** A tick for a day, a band as wide as the date is vague; one that is open fades out. */
export const DateMark = ({ date }: { readonly date: string }): ReactNode => {
  const precision = precisionOf(date);
  const isAbout = /[~?%]/.test(date);
  const isOpenBefore = /^(?:\.\.)?\//.test(date);
  const width = precision === 'day' ? 4 : WIDTH[precision];
  const dashes = isAbout ? { strokeDasharray: '2 1.5' } : {};
  return (
    <svg
      className={`date-mark ${precision}`}
      width={width}
      height="10"
      viewBox={`0 0 ${width} 10`}
      role="img"
      aria-label={`${WORDS[precision]}${isAbout ? ', about' : ''}`}
    >
      {precision === 'day' ? (
        <path d="M2 1V9" stroke="currentColor" strokeWidth="2" {...dashes} />
      ) : precision === 'open' ? (
        <path
          d={isOpenBefore ? 'M0 5H18M20 1V9' : 'M2 1V9M4 5H22'}
          stroke="currentColor"
          strokeWidth="2"
          strokeDasharray={isOpenBefore ? '2 2 3 2 4 1 20' : '6 1 4 2 3 2 2'}
          fill="none"
        />
      ) : (
        <rect
          x=".75"
          y="2.75"
          width={width - 1.5}
          height="4.5"
          rx="2.2"
          fill={isAbout ? 'none' : 'currentColor'}
          fillOpacity=".35"
          stroke="currentColor"
          strokeWidth="1"
          {...dashes}
        />
      )}
    </svg>
  );
};
