import type { Document, Span } from '../../model/index.ts';
import { lowerBound } from '../../text/index.ts';
import type { Paragraph } from './paragraphs.ts';
import { labelLength, type Manner, readLabel, tellManner } from './transcripts.ts';

/** What stands before the words of a paragraph to say who speaks. */
export interface Label {
  /** Null for a mark that says only that another speaks. */
  readonly name: string | null;
  readonly span: Span;
  /** Characters of the paragraph that it takes up, with marks and spaces. */
  readonly length: number;
}

/** Tells how a document speaks, and who speaks in a paragraph. */
export interface Speech {
  readonly manner: Manner;
  /** All of it was spoken, at times that are known. */
  readonly isTimed: boolean;
  readonly labelOf: (paragraph: Paragraph) => Label | null;
}

const writtenLabel = (paragraph: Paragraph): Label | null => {
  const label = readLabel(paragraph);
  return label && { name: label.name, span: label.label, length: labelLength(paragraph) };
};

/**
 * Who speaks where. In a recording with times the file itself says which words were spoken: what stands before them in a paragraph is
 * the speaker's name, whatever it looks like. Elsewhere labels are told by their looks and by their coming back.
 */
export const hearSpeech = ({ anchors, text }: Document, paragraphs: readonly Paragraph[]): Speech => {
  const isTimed = anchors.length > 0 && anchors.every(({ place }) => place.kind === 'time');
  if (!isTimed) return { manner: tellManner(paragraphs), isTimed, labelOf: writtenLabel };
  const isNamed = anchors.some(({ place }) => place.kind === 'time' && place.speaker !== null);
  return {
    manner: isNamed ? 'labelled' : 'unlabelled',
    isTimed,
    labelOf: ({ start, end }) => {
      const first = anchors[lowerBound(anchors.length, (i) => (anchors[i]?.start ?? 0) < start)];
      if (first === undefined || first.start >= end || first.start === start) return null;
      const name = text.slice(start, first.start).replace(/[:\s]+$/, '');
      const span: Span = [start, start + name.length];
      return { name: /[\p{L}\p{N}]/u.test(name) ? name : null, span, length: first.start - start };
    },
  };
};
