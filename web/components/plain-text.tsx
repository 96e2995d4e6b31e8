import type { ReactNode } from 'react';
import { controlsIn } from '../core/text/controls.ts';
import './plain-text.css';

/** Words of a document as they are: what steers how text is set is shown by its name and steers nothing. */
export const PlainText = ({ text }: { readonly text: string }): ReactNode => {
  const controls = controlsIn(text);
  if (controls.length === 0) return text;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, name } of controls) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(
      <span key={start} data-control={name}>
        {text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
};
