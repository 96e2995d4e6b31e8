import { foldName } from '../../text/index.ts';
import type { OutletsOf } from '../find-outlets.ts';
import type { Leaf } from '../pile.ts';
import type { Bearer, Bearers } from '../resolve-entities.ts';

/** Titles shorter than this are shared by chance ("Corrections"). */
const LEAST_LETTERS = 12;
/** How far into a text it is looked for what the text says of its own articles. */
const HEAD = 1500;
const OWN_ARTICLE =
  /\b(?:[Ww]e (?:have )?(?:published|printed|reported|wrote|carried|ran|aired)|[Oo]ur (?:\p{Ll}+ ){0,2}(?:article|report|story|investigation|piece|interview|programme|episode))\b[^"“”«»\n]{0,120}["“«](?<title>[^"“”«»\n]{8,160})["”»]/gu;

/** The articles of the pile by title: a correction that names none but its own article is of that article's outlet (rule O19). */
export class OwnArticles {
  readonly #byTitle = new Map<string, Set<Bearer>>();

  constructor(pile: readonly Leaf[], outlets: readonly OutletsOf[], bearers: Pick<Bearers, 'ofLocal'>) {
    pile.forEach((leaf, index) => {
      const own = outlets[index]?.own ?? outlets[index]?.copyOf ?? null;
      const bearer = own === null ? null : bearers.ofLocal(own);
      const title = foldName(leaf.document.title ?? '');
      if (bearer === null || title.length < LEAST_LETTERS) return;
      this.#byTitle.set(title, (this.#byTitle.get(title) ?? new Set()).add(bearer));
    });
  }

  /** The outlet whose article a document calls its own by its title; null when there is none, or several. */
  outletOf(leaf: Leaf): Bearer | null {
    const found = new Set<Bearer>();
    for (const match of leaf.document.text.slice(0, HEAD).matchAll(OWN_ARTICLE)) {
      for (const bearer of this.#byTitle.get(foldName(match.groups?.title ?? '')) ?? []) found.add(bearer);
    }
    const [only] = found;
    return only !== undefined && found.size === 1 ? only : null;
  }
}
