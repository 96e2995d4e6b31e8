import type { Entity, Mention } from '../model/index.ts';
import { countryNamed, countryOf, foldName, nameTokens, parsePersonName, romanKey } from '../text/index.ts';
import { type Leaf, wordsAt } from './pile.ts';
import { shareSide } from './profile.ts';
import type { Bearer, Bearers } from './resolve-entities.ts';

const FRONT = /^(?:the|a|an|his|her|its|their|our|then|said)\s+/;

/** A post without article and without the words for its side: "the Ostran foreign minister" is "foreign minister". */
const postOf = (words: string, sides: readonly string[]): string => {
  const genitive = /['’]s?\s+(.*)$/u.exec(words)?.[1] ?? words;
  let post = foldName(genitive).replace(FRONT, '');
  for (const side of sides) post = post.replace(new RegExp(`\\b${foldName(side).replace(/[^a-z0-9 ]/g, '')}\\b`), ' ');
  return post
    .split(' ')
    .filter((word) => word !== '' && word !== 'of' && countryOf(word) === null)
    .join(' ');
};

/** Posts of which a state has one. */
const STATE_POST =
  /^(?:(?:prime|foreign|finance|trade|defen[cs]e|interior|justice|energy|transport|agriculture) minister|president|chancellor|king|queen|emir|sultan|crown prince|national security advis[eo]r)$/;

const KIN =
  /^(?:(?:elder|older|younger|eldest|oldest|youngest|only|late|twin) )?(?:(?:half|step)?(?:brother|sister)|(?:step|grand)?(?:son|daughter)|(?:step|grand)?(?:father|mother)|wife|husband|widow|widower|cousin|nephew|niece|uncle|aunt|(?:son|daughter|brother|sister|father|mother) in law)$/;

const HEAD =
  /^(?:head|chief|boss|chair|chairman|chairwoman|chairperson|chief executive|president|director|governor|ceo)$/;
/** Words for the head of a body that do not say which of its posts is meant. */
const ANY_HEAD = /^(?:head|chief|boss)$/;

/** What a description says of whom it means. */
interface Telling {
  readonly post: string;
  readonly side: string | null;
  /** The person or body named or described within it: "the president" of "the president's son-in-law". */
  readonly within: Mention | null;
}

const tellings = new WeakMap<Mention, Telling | null>();

const isInside = (outer: Mention, inner: Mention): boolean =>
  inner.start >= outer.start &&
  inner.end <= outer.end &&
  inner.end - inner.start < outer.end - outer.start &&
  inner.chain !== outer.chain;

/** What a description states; null when it is not definite. */
const tellingOf = (leaf: Leaf, mention: Mention): Telling | null => {
  const known = tellings.get(mention);
  if (known !== undefined) return known;
  const words = wordsAt(leaf, [mention.start, mention.end]).replace(/\s+/g, ' ').trim();
  const isDefinite = !/^(?:an?|some|several|one|two|three|another|any|no|every|former|ex)\b/i.test(words);
  const made = isDefinite ? toldBy(leaf, mention, words) : null;
  tellings.set(mention, made);
  return made;
};

const toldBy = (leaf: Leaf, mention: Mention, words: string): Telling => {
  const whole = { post: postOf(words, mention.side === null ? [] : [mention.side]), side: mention.side, within: null };
  const [, owner, owned] = /^(.+?)['’]s?\s+(.+)$/u.exec(words) ?? [];
  const [, post, of] = /^(?:the\s+)?(.+?)\s+of\s+(.+)$/iu.exec(words) ?? [];
  const [own, other] = owner !== undefined && owned !== undefined ? [owned, owner] : [post, of];
  if (own === undefined || other === undefined) return whole;
  const within = leaf.reading.mentions.find(
    (one) =>
      isInside(mention, one) &&
      (one.type === 'person' || one.type === 'organization' || one.type === 'publicBody') &&
      nameTokens(wordsAt(leaf, [one.start, one.end]))
        .join(' ')
        .endsWith(nameTokens(other).slice(-1).join(' ')) &&
      isWithin(leaf, one, other),
  );
  return { ...whole, post: nameTokens(own).join(' ') === '' ? whole.post : postOf(own, []), within: within ?? null };
};

/** Whether a mention is all that a description calls somebody's or something's. */
const isWithin = (leaf: Leaf, mention: Mention, words: string): boolean => {
  const bare = (text: string): string =>
    nameTokens(text.replace(/['’]s?$/u, ''))
      .filter((word) => word !== 'the')
      .join(' ');
  return bare(wordsAt(leaf, [mention.start, mention.end])) === bare(words);
};

/** A person of the case with posts. */
interface Holder {
  readonly bearer: Bearer;
  readonly entity: Entity;
  readonly posts: readonly string[];
}

const posts = new WeakMap<Entity, readonly string[]>();

/** The posts of a person, gathered once. */
const postsOf = (entity: Entity): readonly string[] => {
  const known = posts.get(entity);
  if (known !== undefined) return known;
  const made = [...new Set(entity.roles.map((role) => postOf(role.text, entity.sides)))].filter((post) => post !== '');
  posts.set(entity, made);
  return made;
};

const nameKeys = new WeakMap<Entity, ReadonlySet<string>>();

/** What somebody or something may be called as a side of others: whole names, surnames. */
const keysOfNames = (entity: Entity): ReadonlySet<string> => {
  const known = nameKeys.get(entity);
  if (known !== undefined) return known;
  const keyOf = (text: string): string => nameTokens(text).map(romanKey).join(' ');
  const made = new Set(
    entity.names.flatMap(({ text }) => [
      keyOf(text),
      ...(entity.type === 'person' ? [romanKey(parsePersonName(text).family)] : []),
    ]),
  );
  nameKeys.set(entity, made);
  return made;
};

const sideKeys = new WeakMap<Entity, readonly string[]>();

/** Words for whose somebody is. */
const keysOfSides = (entity: Entity): readonly string[] => {
  const known = sideKeys.get(entity);
  if (known !== undefined) return known;
  const made = [...new Set(entity.sides.map((side) => nameTokens(side).map(romanKey).join(' ')))];
  sideKeys.set(entity, made);
  return made;
};

const documentsOf = new WeakMap<Entity, ReadonlySet<string>>();

const isNamedIn = (entity: Entity, document: string): boolean => {
  const known = documentsOf.get(entity) ?? new Set(entity.names.flatMap(({ documents }) => documents));
  documentsOf.set(entity, known);
  return known.has(document);
};

/** One whom a description means, with why. */
export interface Meant {
  readonly bearer: Bearer;
  readonly reason: string;
}

/** Finds who is meant by a description alone, across the case (rule S7). */
export class Described {
  readonly #bearers: Bearers;
  readonly #byPost = new Map<string, Holder[]>();
  /** Those who have a post, by words for whose they are. */
  readonly #bySide = new Map<string, Holder[]>();
  readonly #sided = new Map<string, Meant | null>();
  readonly #lands = new Map<string, Set<Bearer>>();

  constructor(bearers: Bearers) {
    this.#bearers = bearers;
    for (const bearer of bearers.bearers) {
      if (bearer.entity?.type === 'place') this.#putLand(bearer);
      if (bearer.entity?.type !== 'person') continue;
      const { entity } = bearers.wholeOf(bearer);
      if (entity === null) continue;
      const holder: Holder = { bearer, entity, posts: postsOf(entity) };
      if (holder.posts.length === 0) continue;
      for (const post of holder.posts) put(this.#byPost, post, holder);
      for (const side of keysOfSides(entity)) put(this.#bySide, side, holder);
    }
  }

  #putLand(bearer: Bearer): void {
    const code = countryNamed(bearer.name);
    if (code === null) return;
    const known = this.#lands.get(code);
    if (known === undefined) this.#lands.set(code, new Set([bearer]));
    else known.add(bearer);
  }

  /** The one country of the case with this code; null when the case names none, or two that may be it. */
  country(code: string): Bearer | null {
    const [one, ...more] = this.#lands.get(code) ?? [];
    return one === undefined || more.length > 0 ? null : one;
  }

  /** The one person whom a description means; null when it is not definite, or fits none or several. */
  find(leaf: Leaf, mention: Mention): Bearer | null {
    return this.meant(leaf, mention)?.bearer ?? null;
  }

  /** The same, with why. */
  meant(leaf: Leaf, mention: Mention): Meant | null {
    if (mention.form !== 'nominal' || mention.type !== 'person') return null;
    const told = tellingOf(leaf, mention);
    if (told === null || told.post === '') return null;
    if (told.within !== null) {
      const owner =
        this.#bearers.ofChain(leaf.document.id, told.within.chain) ??
        (told.within.type === 'person' ? this.find(leaf, told.within) : null);
      const met = owner === null ? null : this.#ownedBy(owner, told.post);
      if (met !== null) return met;
    }
    if (told.side !== null) return this.#ofSide(told.post, told.side);
    return told.within === null && STATE_POST.test(told.post) ? this.#inOffice(leaf, told.post) : null;
  }

  #ofSide(post: string, side: string): Meant | null {
    const key = `${post}\n${side}`;
    const known = this.#sided.get(key);
    if (known !== undefined) return known;
    const [one, ...more] = (this.#byPost.get(post) ?? []).filter(
      ({ entity }) => shareSide(entity.sides, [side]) === true,
    );
    const isOne = one !== undefined && more.length === 0;
    const made = isOne ? { bearer: one.bearer, reason: `the one ${post} of ${side} in the case` } : null;
    this.#sided.set(key, made);
    return made;
  }

  /** "The president's son-in-law", "the fund's head": whom the case knows as that of this person or body. */
  #ownedBy(owner: Bearer, post: string): Meant | null {
    const { entity } = this.#bearers.wholeOf(owner);
    if (entity === null) return null;
    const isKin = entity.type === 'person' && KIN.test(post);
    const isHead = entity.type !== 'person' && HEAD.test(post);
    if (!isKin && !isHead) return null;
    const isLike = (known: string): boolean =>
      known === post || (isHead && HEAD.test(known) && (ANY_HEAD.test(post) || ANY_HEAD.test(known)));
    const found = new Set<Bearer>();
    for (const key of keysOfNames(entity))
      for (const { bearer, posts } of this.#bySide.get(key) ?? []) if (posts.some(isLike)) found.add(bearer);
    const [one, ...more] = found;
    return one === undefined || more.length > 0 || one === owner
      ? null
      : { bearer: one, reason: `the one ${post} of ${owner.name} in the case` };
  }

  /** "The prime minister" in a text that names the only one whom the case knows, and speaks of no other state's. */
  #inOffice(leaf: Leaf, post: string): Meant | null {
    const [one, ...more] = this.#byPost.get(post) ?? [];
    if (one === undefined || more.length > 0) return null;
    const { entity } = one;
    const isHere = isNamedIn(entity, leaf.document.id);
    const isOthers = nominals(leaf).some((other) => {
      const told = tellingOf(leaf, other);
      return told?.post === post && told.side !== null && shareSide(entity.sides, [told.side]) !== true;
    });
    return isHere && !isOthers
      ? { bearer: one.bearer, reason: `the one ${post} of the case, named in the same document` }
      : null;
  }
}

const put = <T>(index: Map<string, T[]>, key: string, one: T): void => {
  const known = index.get(key);
  if (known === undefined) index.set(key, [one]);
  else known.push(one);
};

const nominalsOf = new WeakMap<Leaf, readonly Mention[]>();

/** The descriptions of persons in a document that state anything. */
export const nominals = (leaf: Leaf): readonly Mention[] => {
  const known = nominalsOf.get(leaf);
  if (known !== undefined) return known;
  const made = leaf.reading.mentions.filter(
    (mention) => mention.form === 'nominal' && mention.type === 'person' && isTelling(tellingOf(leaf, mention)),
  );
  nominalsOf.set(leaf, made);
  return made;
};

const isTelling = (told: Telling | null): boolean =>
  told !== null && told.post !== '' && (told.side !== null || told.within !== null || STATE_POST.test(told.post));
