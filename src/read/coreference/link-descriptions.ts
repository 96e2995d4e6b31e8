import { isSameSide } from '../../text/index.ts';
import type { Token } from '../known.ts';
import { isClosedBy, PRESS_WORDS, TIME_WORDS } from '../mentions/index.ts';
import type { Cast, Entity, Placed } from './entity.ts';

/** Things of one noun that are looked at, the latest: a text with more speaks of them in passing. */
const MOST_BEARERS = 50;
/** Sentences after which a description that names no side no longer points back to another description. */
const NEAR = 4;

/** "X, the envoy," and "the envoy, X,": the description is of the one named beside it. */
export const linkAppositions = (cast: Cast, mentions: readonly Placed[], tokens: readonly Token[]): void => {
  const starts = new Map<number, Placed[]>();
  for (const mention of mentions) {
    if (mention.mention.form === 'nominal' && mention.first >= 0)
      starts.set(mention.first, [...(starts.get(mention.first) ?? []), mention]);
  }
  const named = new Map(mentions.filter((other) => other.mention.form === 'name').map((other) => [other.first, other]));
  for (const name of mentions) {
    if (name.mention.form !== 'name') continue;
    const entity = cast.of(name);
    if (entity === undefined) continue;
    const after = tokens[name.last]?.text === ',' ? widest(starts.get(name.last + 1)) : undefined;
    if (after !== undefined && cast.of(after) === undefined && isDescriptionOf(after, name, tokens))
      describe(cast, entity, after);
  }
  for (const description of mentions) {
    if (description.mention.form !== 'nominal' || cast.of(description) !== undefined) continue;
    const mark = tokens[description.last];
    const skip = mark?.text === ',' || /^(?:named|called)$/.test(mark?.lower ?? '') ? 1 : null;
    if (skip === null) continue;
    const name = named.get(description.last + skip);
    const entity = name === undefined ? undefined : cast.of(name);
    if (name === undefined || entity === undefined || name.sentence !== description.sentence) continue;
    const close = tokens[name.last];
    const closed =
      mark?.text !== ',' || close === undefined || close.sentence !== name.sentence || /^[,.;:)—–-]$/.test(close.text);
    if (closed && isSameKind(description, name) && (mark?.text !== ',' || isDefinite(description, tokens)))
      describe(cast, entity, description);
  }
};

const widest = (mentions: readonly Placed[] | undefined): Placed | undefined =>
  mentions === undefined ? undefined : [...mentions].sort((a, b) => b.last - a.last)[0];

const isSameKind = (description: Placed, name: Placed): boolean => {
  const a = description.mention.type;
  const b = name.mention.type;
  return a === b || (['organization', 'publicBody'].includes(a) && ['organization', 'publicBody'].includes(b));
};

const isDescriptionOf = (description: Placed, name: Placed, tokens: readonly Token[]): boolean => {
  if (description.sentence !== name.sentence || !isSameKind(description, name)) return false;
  if (name.mention.type === 'person' && (name.mention.role === null || description.mention.role === null)) return false;
  const close = tokens[description.last];
  return close === undefined || close.sentence !== name.sentence || isClosedBy(tokens, description.last);
};

const isDefinite = (description: Placed, tokens: readonly Token[]): boolean => {
  const lead = tokens[description.first]?.lower ?? '';
  return !/^(?:a|an|some|several|another|one|two|three|four|five|many|few)$/.test(lead);
};

/** Head noun in lower case, its number kept: "the plans" are not "the plan". */
const nounOf = (mention: Placed): string => mention.head.toLowerCase().split(/\s+/).at(-1) ?? '';

const describe = (cast: Cast, entity: Entity, description: Placed): void => {
  cast.join(entity, description);
  entity.nouns.add(nounOf(description));
  if (description.mention.side !== null) entity.sides.push(description.mention.side);
};

/**
 * Links the remaining descriptions, in text order: to one named who bears the post or has the noun in the name, else to
 * an earlier description with the same noun. Two that fit equally well leave it alone.
 */
export const linkDescriptions = (cast: Cast, mentions: readonly Placed[], tokens: readonly Token[]): void => {
  const byNoun = new Map<string, Entity[]>();
  const note = (entity: Entity, noun: string): void => {
    const list = byNoun.get(noun);
    if (list === undefined) byNoun.set(noun, [entity]);
    else if (list.at(-1) !== entity && !list.slice(-MOST_BEARERS).includes(entity)) list.push(entity);
  };
  for (const mention of mentions) {
    const entity = cast.of(mention);
    if (entity !== undefined) {
      for (const noun of [...nounsOf(mention), ...nounsBeside(mention, tokens)]) note(entity, noun);
      continue;
    }
    if (mention.mention.form !== 'nominal' || mention.mention.type === 'money') continue;
    const noun = nounOf(mention);
    const found =
      isDefinite(mention, tokens) && isDetermined(mention, tokens)
        ? antecedent(
            cast,
            mention,
            (byNoun.get(noun) ?? []).slice(-MOST_BEARERS),
            tokens,
            mentions.slice(Math.max(0, mention.index - 40), mention.index),
          )
        : null;
    if (found !== null) describe(cast, found, mention);
    else {
      const begun = cast.begin(mention);
      if (mention.mention.side !== null) begun.sides.push(mention.mention.side);
      note(begun, noun);
    }
  }
};

/** Whose "his" is comes last, so what begins with it is left alone. */
const isDetermined = (mention: Placed, tokens: readonly Token[]): boolean => {
  const lead = tokens[mention.first]?.lower ?? '';
  if (/^(?:his|her|their|its|my|our|your)$/.test(lead)) return false;
  if (/^(?:the|this|that|these|those)$/.test(lead)) return true;
  return mention.mention.side !== null;
};

/** Nouns that a mention may be described by: of its post, or of its name ("fund" of "Ostran Sovereign Fund"). */
const nounsOf = (mention: Placed): readonly string[] => {
  const { form, role, type } = mention.mention;
  if (form === 'nominal') return [nounOf(mention)];
  if (form !== 'name') return [];
  if (type === 'person') return role === null ? [] : [role.toLowerCase().split(/\s+/).at(-1) ?? ''];
  return mention.head
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => /^\p{L}{3,}$/u.test(word));
};

/** "The agency X": what stands before a name without a mark describes it; a paper is also told by its last word. */
const nounsBeside = (mention: Placed, tokens: readonly Token[]): readonly string[] => {
  const { form, type } = mention.mention;
  if (form !== 'name' || (type !== 'organization' && type !== 'publicBody' && type !== 'asset')) return [];
  const before = tokens[mention.first - 1];
  const nouns: string[] = [];
  if (before?.sentence === mention.sentence && before.pos === 'NOUN' && /^\p{Ll}/u.test(before.text))
    nouns.push(before.lower);
  const last = mention.head.toLowerCase().split(/\s+/).at(-1) ?? '';
  if (!PRESS_WORDS.has(last)) return nouns;
  if (/^(?:radio|television|tv|broadcaster)$/.test(last)) return [...nouns, 'broadcaster', 'channel', 'station'];
  if (/^(?:review|magazine|weekly|digest)$/.test(last)) return [...nouns, 'magazine', 'weekly', 'publication'];
  return last === 'agency' ? nouns : [...nouns, 'newspaper', 'publication', 'outlet'];
};

const GENERIC = new Set([
  'official',
  'person',
  'man',
  'woman',
  'source',
  'people',
  'officials',
  'sources',
  'member',
  'representative',
  'friend',
  'man',
  'diplomat',
  'someone',
]);

const antecedent = (
  cast: Cast,
  mention: Placed,
  entities: readonly Entity[],
  tokens: readonly Token[],
  recent: readonly Placed[],
): Entity | null => {
  const side = mention.mention.side;
  const fits = entities.filter((entity) => {
    const last = entity.mentions.findLast((other) => other.index < mention.index);
    if (last === undefined || !isKindred(entity, mention)) return false;
    if (entity.mentions.some((other) => contains(mention, other) || contains(other, mention))) return false;
    const named = entity.names.length > 0;
    const sides = [
      ...entity.sides,
      ...entity.mentions.map((other) => other.mention.side).filter((one) => one !== null),
    ];
    const sameSide =
      side === null || sides.length === 0 ? null : sides.some((other) => isSameSideHere(cast, other, side));
    if (sameSide === false) return false;
    if (sameSide === null && side !== null && !named && sides.length === 0) return false;
    const noun = nounOf(mention);
    if (GENERIC.has(noun) || mention.mention.type === 'group') {
      if (named || mention.sentence - last.sentence > 2) return false;
    }
    if (!named && sameSide !== true && mention.mention.type !== 'instrument' && mention.sentence - last.sentence > NEAR)
      return false;
    if (!agreesInRole(mention, entity) || !agreesInComplement(mention, entity, tokens)) return false;
    return agreesInWords(mention, last, tokens);
  });
  if (fits.length === 1) return isOvershadowed(cast, mention, fits[0], recent) ? null : (fits[0] ?? null);
  if (fits.length === 0) return null;
  const bySide =
    side === null
      ? []
      : fits.filter((entity) =>
          [...entity.sides, ...entity.mentions.map((other) => other.mention.side)].some(
            (other) => other !== null && isSameSideHere(cast, other, side),
          ),
        );
  if (bySide.length === 1) return bySide[0] ?? null;
  const near = fits.filter(
    (entity) =>
      mention.sentence - (entity.mentions.findLast((other) => other.index < mention.index)?.sentence ?? -99) <= 2,
  );
  return near.length === 1 ? (near[0] ?? null) : null;
};

const isKindred = (entity: Entity, mention: Placed): boolean => {
  const type = mention.mention.type;
  if (entity.type === type) return true;
  const bodies = ['organization', 'publicBody'];
  return bodies.includes(entity.type) && bodies.includes(type);
};

const contains = (outer: Placed, inner: Placed): boolean => outer.first <= inner.first && inner.last <= outer.last;

const isSameSideHere = (cast: Cast, a: string, b: string): boolean => {
  if (isSameSide(a, b) === true) return true;
  const last = (words: string): string => words.split(/\s+/).at(-1)?.toLowerCase() ?? '';
  return last(a) === last(b) && cast.entities.length > 0;
};

/** "The prime minister" is no finance minister; "the minister" may be either. */
const agreesInRole = (mention: Placed, entity: Entity): boolean => {
  const words = mention.mention.role?.toLowerCase().split(/\s+/) ?? [];
  if (words.length === 0) return true;
  const roles = entity.mentions
    .map((other) => other.mention.role?.toLowerCase().split(/\s+/) ?? [])
    .filter((role) => role.length > 0);
  if (roles.length === 0) return true;
  return roles.some((role) => words.every((word) => role.includes(word)) || role.every((word) => words.includes(word)));
};

/** "The head of Norel" is not the head of the fund that was spoken of before. */
const agreesInBody = (mention: Placed, entity: Entity, tokens: readonly Token[]): boolean => {
  const bodyOf = (placed: Placed): ReadonlySet<string> => {
    const words = tokens.slice(placed.first, placed.last + 6).filter((token) => token.sentence === placed.sentence);
    const of = words.findIndex(({ lower }) => lower === 'of');
    const head = words.findIndex(({ pos }) => pos === 'NOUN');
    if (of < 0 || head < 0 || of - head > 2 || of < head) return new Set();
    const rest = words.slice(of + 1);
    const end = rest.findIndex(({ text, pos }) => /^[,.;:()]$/.test(text) || /^(?:VERB|AUX|ADP)$/.test(pos));
    const own = end < 0 ? rest : rest.slice(0, end);
    return new Set(own.filter(({ pos }) => /^(?:PROPN|NOUN)$/.test(pos)).map(({ lower }) => lower));
  };
  const here = bodyOf(mention);
  if (here.size === 0) return true;
  const others = entity.mentions.map(bodyOf).filter((words) => words.size > 0);
  return others.length === 0 || others.some((words) => [...words].some((word) => here.has(word)));
};

/** "The licence to the field" is not any licence spoken of before. */
const agreesInComplement = (mention: Placed, entity: Entity, tokens: readonly Token[]): boolean => {
  if (mention.mention.type === 'person') return agreesInBody(mention, entity, tokens);
  if (mention.mention.type === 'group') return true;
  const complement = (placed: Placed): string =>
    tokens
      .slice(placed.first, placed.last)
      .filter((token) => token.start >= placed.mention.head[1])
      .map((token) => token.lower)
      .join(' ');
  const next = tokens[mention.last];
  const told = next !== undefined && next.sentence === mention.sentence && /^(?:to|between|with|on)$/.test(next.lower);
  if (
    told &&
    /^(?:DET|PROPN|NOUN)$/.test(tokens[mention.last + 1]?.pos ?? '') &&
    !TIME_WORDS.has(tokens[mention.last + 1]?.lower ?? '')
  ) {
    return false;
  }
  const here = complement(mention);
  return here === '' || entity.mentions.some((other) => complement(other) === here);
};

/** Nouns that fit any company: the one spoken of last is meant, whatever its name says. */
const ANY_BODY = new Set(['company', 'firm', 'group', 'organization', 'organisation', 'agency', 'business']);

const isOvershadowed = (cast: Cast, mention: Placed, found: Entity | undefined, recent: readonly Placed[]): boolean => {
  if (!ANY_BODY.has(nounOf(mention))) return false;
  const last = recent.findLast(
    (other) =>
      other.mention.type === 'organization' &&
      other.mention.form !== 'pronoun' &&
      mention.sentence - other.sentence <= 1 &&
      other.index < mention.index,
  );
  return last !== undefined && cast.of(last) !== found;
};

/** Numbers and ordinals must not differ: "the 19-point plan", "the second draft". */
const agreesInWords = (mention: Placed, other: Placed, tokens: readonly Token[]): boolean => {
  const marks = (placed: Placed): string =>
    tokens
      .slice(placed.first, placed.last)
      .filter(
        (token) =>
          token.pos === 'NUM' ||
          /^(?:first|second|third|fourth|new|old|former|other|another|later|earlier|original|final|revised|rival|counter)$/.test(
            token.lower,
          ),
      )
      .map((token) => token.lower)
      .join(' ');
  const here = marks(mention);
  return here === '' || here === marks(other);
};
