import { countWords } from '../machine.ts';
import { generatePile } from './generate-pile.ts';

/** Paragraphs of invented reporting without end, heads of documents left out. */
function* paragraphs(seed: string): Generator<string> {
  for (let number = 0; ; number++) {
    for (const { text } of generatePile({ documents: 24, seed: `${seed} ${number}` })) {
      for (const paragraph of text.split(/\n\s*\n/)) if (countWords(paragraph) >= 12) yield paragraph.trim();
    }
  }
}

/**
 * One article of invented reporting, of exactly so many words: for what depends on the length of a text. Paragraphs are of
 * many stories; the same seed gives the same text.
 */
export const writeArticle = (words: number, seed: string): string => {
  const parts: string[] = [];
  let left = words;
  for (const paragraph of paragraphs(seed)) {
    const list = paragraph.split(/\s+/);
    parts.push(list.slice(0, left).join(' '));
    left -= list.length;
    if (left <= 0) break;
  }
  return `${parts.join('\n\n')}\n`;
};

/** One text of invented reporting of about so many bytes, never fewer. */
export const writeLongText = (bytes: number, seed: string): string => {
  const parts: string[] = [];
  let size = 0;
  for (const paragraph of paragraphs(seed)) {
    parts.push(paragraph);
    size += Buffer.byteLength(paragraph) + 2;
    if (size >= bytes) break;
  }
  return `${parts.join('\n\n')}\n`;
};
