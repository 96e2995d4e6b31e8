import type { OfficePackage } from '../office-package.ts';
import { WORD_NAMES } from './names.ts';

/** What a paragraph is by its style. */
export type StyleKind = 'paragraph' | 'heading' | 'caption' | 'quote' | 'contents';

/** A list and the level in it that a paragraph belongs to; list "0" is none. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

export interface ParagraphStyle {
  readonly kind: StyleKind;
  readonly list: ListPlace | null;
}

interface StyleEntry {
  name: string;
  basedOn: string | null;
  outline: number | null;
  list: string | null;
  level: number | null;
}

const PLAIN: ParagraphStyle = { kind: 'paragraph', list: null };
/** Outline level 9 is body text (ECMA-376, 17.3.1.20). */
const BODY_LEVEL = 9;

/** The names of Word's own styles are English in every edition. */
const kindOfName = (name: string): StyleKind | null => {
  if (/^(?:heading \d|title|subtitle)$/i.test(name)) return 'heading';
  if (/^caption$/i.test(name)) return 'caption';
  if (/^(?:intense )?quote$/i.test(name)) return 'quote';
  return /^(?:toc|contents|table of figures)(?: heading| \d)?$/i.test(name) ? 'contents' : null;
};

/** Reads the styles of a document; answers what a style of a name makes of a paragraph, null being the style of none. */
export const readStyles = async (pack: OfficePackage, part: string): Promise<(id: string | null) => ParagraphStyle> => {
  const styles = new Map<string, StyleEntry>();
  let style: StyleEntry | null = null;
  await pack.readXml(part, WORD_NAMES, {
    open(name, attribute) {
      const value = attribute('w:val');
      if (name === 'w:style') {
        style = { name: '', basedOn: null, outline: null, list: null, level: null };
        const id = attribute('w:styleId');
        if (id !== undefined) styles.set(id, style);
      }
      if (style === null || value === undefined) return;
      if (name === 'w:name') style.name = value;
      if (name === 'w:basedOn') style.basedOn = value;
      if (name === 'w:outlineLvl') style.outline = Number(value);
      if (name === 'w:numId') style.list = value;
      if (name === 'w:ilvl') style.level = Number(value);
    },
    close(name) {
      if (name === 'w:style') style = null;
    },
  });
  const settled = new Map<string, ParagraphStyle>();
  const settle = (id: string): ParagraphStyle => {
    let kind: StyleKind | null = null;
    let [list, level]: [string | null, number | null] = [null, null];
    let entry = styles.get(id);
    // Chains are a few styles long; one that goes round in a circle is cut here.
    for (let i = 0; entry !== undefined && i < 20; i++) {
      const outlined = entry.outline !== null && entry.outline < BODY_LEVEL ? 'heading' : null;
      kind ??= kindOfName(entry.name) ?? outlined;
      list ??= entry.list;
      level ??= entry.level;
      entry = entry.basedOn === null ? undefined : styles.get(entry.basedOn);
    }
    return { kind: kind ?? 'paragraph', list: list === null ? null : { list, level: level ?? 0 } };
  };
  return (id) => {
    if (id === null) return PLAIN;
    const known = settled.get(id) ?? settle(id);
    settled.set(id, known);
    return known;
  };
};
