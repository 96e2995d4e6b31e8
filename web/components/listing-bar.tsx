import { type ReactNode, useEffect, useState } from 'react';
import './listing-bar.css';

/** Pauses this long before what is typed is looked for, so that a quick hand asks once. */
const PAUSE_MS = 120;

/** A field that narrows a list to lines with all of some words; what stands in it goes into the address. */
export const WordsField = ({
  label,
  value,
  set,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (words: string) => void;
}): ReactNode => {
  const [words, setWords] = useState(value);
  useEffect(() => {
    if (words === value) return undefined;
    const timer = setTimeout(() => set(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, value, set]);
  return (
    <input
      type="search"
      className="field"
      aria-label={label}
      placeholder={label}
      value={words}
      onChange={({ target }) => setWords(target.value)}
    />
  );
};

/** One of a few words, by a native list. */
export const Choice = ({
  label,
  value,
  of,
  set,
}: {
  readonly label: string;
  readonly value: string;
  readonly of: Readonly<Record<string, string>>;
  readonly set: (value: string) => void;
}): ReactNode => (
  <label>
    {label}
    <select className="field" value={value} onChange={({ target }) => set(target.value)}>
      {Object.entries(of).map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  </label>
);
