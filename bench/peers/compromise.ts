/** compromise: words, tags, and people, organizations, places, money. */
import nlp from 'compromise';
import type { Labelled } from '../heads/labelled-document.ts';
import { servePeer } from './protocol.ts';

interface Found {
  readonly offset: { readonly start: number; readonly length: number };
}

/** Without punctuation at its ends, which compromise keeps with words, and without the ending of a possessive. */
const bare = (text: string, from: number, to: number): readonly [number, number] => {
  const piece = text.slice(from, to);
  const before = /^[^\p{L}\p{N}$€£¥]*/u.exec(piece)?.[0].length ?? 0;
  const after = /(?:['’]s?)?[^\p{L}\p{N}%]*$/u.exec(piece)?.[0].length ?? 0;
  return [from + before, to - after];
};

await servePeer(async () => ({
  version: nlp.version,
  names: async (texts) =>
    texts.map((text) => {
      const document = nlp(text);
      const found = (view: { json(options: object): Found[] }, label: string): readonly Labelled[] =>
        view.json({ offset: true, terms: false, text: false }).flatMap(({ offset: { start, length } }) => {
          const [from, to] = bare(text, start, start + length);
          return to > from ? [{ start: from, end: to, label }] : [];
        });
      const money = document as unknown as { money(): { json(options: object): Found[] } };
      return {
        compromise: [
          ...found(document.people(), 'Person'),
          ...found(document.organizations(), 'Organization'),
          ...found(document.places(), 'Place'),
          ...found(money.money(), 'Money'),
        ],
      };
    }),
}));
