import { type NumberFormat, numberSign } from '../list-signs.ts';

type Attribute = (name: string) => string | undefined;

interface StyleEntry {
  readonly parent: string | null;
  readonly shown: string;
  isHidden: boolean;
}

interface LevelEntry {
  readonly format: NumberFormat | null;
  readonly start: number;
  readonly before: string;
  readonly behind: string;
  /** How many levels' numbers it shows: "2.1.3" shows three. */
  readonly levels: number;
}

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  '1': 'digits',
  i: 'roman',
  I: 'ROMAN',
  a: 'letters',
  A: 'LETTERS',
};

/** The styles of an OpenDocument text, gathered while its parts go by: automatic styles stand before the text that uses them. */
export class OpenStyles {
  readonly #styles = new Map<string, StyleEntry>();
  readonly #lists = new Map<string, Map<number, LevelEntry>>();
  #style: StyleEntry | null = null;
  #list: Map<number, LevelEntry> | null = null;

  open(name: string, attribute: Attribute): void {
    const own = attribute('style:name');
    if (name === 'style:style' && own !== undefined) {
      const parent = attribute('style:parent-style-name') ?? null;
      this.#style = { parent, shown: attribute('style:display-name') ?? own, isHidden: false };
      this.#styles.set(own, this.#style);
    } else if (name === 'text:list-style' && own !== undefined) {
      this.#list = new Map();
      this.#lists.set(own, this.#list);
    } else if (name === 'style:text-properties' && this.#style !== null) {
      if (attribute('text:display') === 'none') this.#style.isHidden = true;
    } else if (name.startsWith('text:list-level-style-')) {
      const format = attribute('style:num-format') ?? '';
      this.#list?.set(Number(attribute('text:level')), {
        format: name.endsWith('-number') && Object.hasOwn(FORMATS, format) ? (FORMATS[format] ?? null) : null,
        start: Number(attribute('text:start-value') ?? 1),
        before: attribute('style:num-prefix') ?? '',
        behind: attribute('style:num-suffix') ?? '',
        levels: Number(attribute('text:display-levels') ?? 1),
      });
    }
  }

  close(name: string): void {
    if (name === 'style:style') this.#style = null;
    if (name === 'text:list-style') this.#list = null;
  }

  /** Names of a style and those that it follows, the nearest first. */
  #chain(id: string | undefined): readonly StyleEntry[] {
    const chain: StyleEntry[] = [];
    let entry = id === undefined ? undefined : this.#styles.get(id);
    // A chain that goes round in a circle is cut here.
    while (entry !== undefined && chain.length < 20) {
      chain.push(entry);
      entry = entry.parent === null ? undefined : this.#styles.get(entry.parent);
    }
    return chain;
  }

  isHidden(id: string | undefined): boolean {
    return this.#chain(id).some(({ isHidden }) => isHidden);
  }

  /** What a paragraph is by its style: LibreOffice names its own styles in English in every edition. */
  kindOf(id: string | undefined): 'paragraph' | 'heading' | 'caption' | 'quote' {
    const names = [id ?? '', ...this.#chain(id).flatMap(({ shown, parent }) => [shown, parent ?? ''])];
    if (names.some((name) => /^(?:title|subtitle)$/i.test(name))) return 'heading';
    if (names.some((name) => /^caption$/i.test(name))) return 'caption';
    return names.some((name) => /^quotations?$/i.test(name)) ? 'quote' : 'paragraph';
  }

  /** The number at which a level of a list begins. */
  startOf(list: string | undefined, level: number): number {
    return this.#lists.get(list ?? '')?.get(level)?.start ?? 1;
  }

  /** The sign before an item, from the numbers of all levels down to its own; empty for bullets. */
  signOf(list: string | undefined, numbers: readonly number[]): string {
    const levels = this.#lists.get(list ?? '');
    const own = levels?.get(numbers.length);
    if (levels === undefined || own === undefined || own.format === null) return '';
    const from = Math.max(0, numbers.length - Math.max(1, own.levels));
    const shown = numbers
      .slice(from)
      .map((value, i) => numberSign(value, levels.get(from + i + 1)?.format ?? 'digits'));
    return own.before + shown.join('.') + own.behind;
  }
}
