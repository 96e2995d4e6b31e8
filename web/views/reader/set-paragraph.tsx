import type { ReactNode } from 'react';
import type { ReadingAnswer } from '../../../src/serve/index.ts';
import { langOf, sayNotRead } from '../../core/language.ts';
import type { Paragraph } from '../../core/text/paragraphs.ts';

/** Blocks whose words are no reporting, as they are called. */
const ASIDE: Readonly<Record<string, string>> = {
  advert: 'advertisement, set aside',
  credits: 'credits, set aside',
  related: 'pointers to other pieces, set aside',
  appeal: 'appeal to readers, set aside',
  repeat: 'said elsewhere already, set aside',
};

/** Whether a paragraph is where the document's title was found. */
export const isTitleOf = ({ found }: ReadingAnswer, { start, end }: Paragraph): boolean => {
  const span = found.find((one) => one.field === 'title' && one.span !== null)?.span ?? null;
  return span !== null && span[0] >= start && span[1] <= end;
};

/** A paragraph as its kind wants it set; what was set aside stays visible and says what it is. */
export const SetParagraph = ({
  paragraph,
  isTitle,
  text,
  place,
  children,
}: {
  readonly paragraph: Paragraph;
  /** It is the document's title. */
  readonly isTitle: boolean;
  readonly text: string;
  /** The page, row or time of the file as received that begins in it. */
  readonly place: string | null;
  readonly children: ReactNode;
}): ReactNode => {
  const { kind, shape, isWrapped, isFirst, end, until, language, unread } = paragraph;
  const aside = kind === null ? undefined : ASIDE[kind];
  const className = [
    'para',
    kind ?? 'outside',
    shape,
    isTitle ? 'title' : '',
    isWrapped ? 'wrapped' : '',
    aside === undefined ? '' : 'aside',
    unread === null ? '' : 'unread',
  ]
    .filter(Boolean)
    .join(' ');
  const inside = (
    <>
      {children}
      <span className="gap" data-at={end}>
        {text.slice(end, until)}
      </span>
    </>
  );
  const shared = {
    className,
    dir: 'auto' as const,
    ...langOf(language),
    'data-kind': kind ?? 'outside of all blocks',
    'data-place': place ?? undefined,
    'data-unread': unread === 'first' ? sayNotRead(language) : undefined,
  };
  if (aside !== undefined)
    return (
      <div {...shared} data-aside={isFirst ? aside : undefined}>
        {inside}
      </div>
    );
  if (isTitle) return <h2 {...shared}>{inside}</h2>;
  if (shape === 'heading') return <h3 {...shared}>{inside}</h3>;
  return <p {...shared}>{inside}</p>;
};
