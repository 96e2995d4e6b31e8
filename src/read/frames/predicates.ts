import type { Known, Token } from '../known.ts';
import { findGroup, type VerbGroup } from './verb-groups.ts';

/** What belongs to a predicate, in tokens `[first, last)`; quotation marks and commas at its edges are left off. */
export interface Argument {
  /** PropBank label, a continuation (`C-ARG1`) under the label that it continues. */
  readonly label: string;
  readonly first: number;
  readonly last: number;
  /** The preposition it opens with, or null. */
  readonly preposition: string | null;
  readonly confidence: number;
}

/** A verb or noun that says what happens, with what the network takes to belong to it. */
export interface Predicate {
  /** Its first word. */
  readonly token: number;
  readonly sentence: number;
  readonly lemma: string;
  /** The auxiliaries around it when it stands as a verb, or null when it stands as a noun or adjective. */
  readonly group: VerbGroup | null;
  /** In text order. Of a relative pronoun and what it stands for only the latter, if the network names it. */
  readonly arguments: readonly Argument[];
  /** It hangs on a relative pronoun: "who met", "that was signed". */
  readonly relative: boolean;
  /** -3 (surely not) to 3 (surely). */
  readonly factuality: number;
  readonly confidence: number;
}

/** The network's predicates in words, in text order; one a word. */
export const makePredicates = (
  { recognised, tokens, sentences }: Known,
  tokenFrom: (offset: number) => number,
): readonly Predicate[] => {
  const found = new Map<number, Predicate>();
  for (const { start, end, roles, factuality, confidence } of recognised.predicates) {
    const at = holding(tokens, tokenFrom, start, end);
    const token = tokens[at];
    if (token === undefined || (found.get(at)?.confidence ?? -1) >= confidence) continue;
    const sentence = sentences[token.sentence];
    if (sentence === undefined) continue;
    const args: Argument[] = [];
    for (const role of roles) {
      const last = Math.min(sentence.last, tokenFrom(role.end));
      const first = Math.max(sentence.first, holding(tokens, tokenFrom, role.start, role.end));
      const trimmed = trim(tokens, first, last);
      if (trimmed === null || (at >= trimmed[0] && at < trimmed[1])) continue;
      args.push({
        label: role.label.replace(/^[CR]-/, ''),
        first: trimmed[0],
        last: trimmed[1],
        preposition: prepositionAt(tokens, trimmed[0]),
        confidence: role.confidence,
      });
    }
    const told = args.filter((argument) => !isPronoun(tokens, argument));
    const pronouns = args.filter(
      (argument) => isPronoun(tokens, argument) && !told.some(({ label }) => label === argument.label),
    );
    args.splice(0, args.length, ...told, ...pronouns);
    const made = relativeObject(tokens, at, args);
    if (made !== null) args.splice(0, args.length, ...made);
    found.set(at, {
      token: at,
      sentence: token.sentence,
      lemma: token.lemma === '' ? token.lower : token.lemma,
      group: isVerbal(tokens, at, args) ? findGroup(tokens, sentence, at) : null,
      arguments: args.sort((a, b) => a.first - b.first),
      relative: roles.some(({ label }) => label.startsWith('R-')) || pronouns.length > 0,
      factuality,
      confidence,
    });
  }
  return [...found.values()].sort((a, b) => a.token - b.token);
};

/** Verbs that always have an object: whoever stands before one of them in the active does it. */
const TRANSITIVE =
  /^(?:issue|grant|sign|approve|draft|publish|submit|present|reject|seek|request|obtain|receive|buy|own|draw|draw up|propose)$/;

/** "a waiver that the treasury issued": where the network leaves the object out, or takes who did it for what is done. */
const relativeObject = (
  tokens: readonly Token[],
  at: number,
  args: readonly Argument[],
): readonly Argument[] | null => {
  if (!TRANSITIVE.test(tokens[at]?.lemma ?? '')) return null;
  const doer = args.find(({ label, last }) => /^ARG[01]$/.test(label) && last === at);
  const that = doer === undefined ? -1 : doer.first - 1;
  const noun = tokens[that - 1];
  const isClear = args.every((other) => other === doer || !/^ARG[01]$/.test(other.label));
  if (doer === undefined || noun?.pos !== 'NOUN' || !isClear) return null;
  if (!/^(?:that|which)$/.test(tokens[that]?.lower ?? '') || noun.sentence !== tokens[at]?.sentence) return null;
  const object = { ...doer, label: 'ARG1', first: that - 1, last: that, preposition: null };
  return [...args.filter((one) => one !== doer), { ...doer, label: 'ARG0' }, object];
};

/** "who", "which": stands for the noun before it, unless the network names that too. */
const isPronoun = (tokens: readonly Token[], { first, last }: Argument): boolean =>
  last - first === 1 && RELATIVE.test(tokens[first]?.lower ?? '');

export const RELATIVE = /^(?:who|whom|which|that)$/;

/** The network cuts words otherwise at hyphens: the token that holds the first letter. */
const holding = (tokens: readonly Token[], from: (offset: number) => number, start: number, end: number): number => {
  const at = from(start);
  const before = tokens[at - 1];
  return before !== undefined && before.end > start && before.start < end ? at - 1 : at;
};

const EDGE = /^[,;:"“”„«»()[\]–—'‘’]$/;

const trim = (tokens: readonly Token[], from: number, to: number): readonly [number, number] | null => {
  let first = from;
  let last = to;
  while (first < last && EDGE.test(tokens[first]?.text ?? '')) first++;
  while (last > first && EDGE.test(tokens[last - 1]?.text ?? '')) last--;
  return last > first ? [first, last] : null;
};

/** "in-depth", "on-site": a preposition that a hyphen joins to the word behind it is part of that word. */
export const isJoined = (tokens: readonly Token[], at: number): boolean => {
  const [token, hyphen, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return (
    hyphen !== undefined && /^[-‐‑]$/.test(hyphen.text) && token?.end === hyphen.start && hyphen.end === next?.start
  );
};

/** The preposition at a token; "to" before a verb is none. */
export const prepositionAt = (tokens: readonly Token[], at: number): string | null => {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.lower === 'to') return /^(?:VERB|AUX)$/.test(tokens[at + 1]?.pos ?? '') ? null : 'to';
  if (isJoined(tokens, at)) return null;
  return token.pos === 'ADP' || (token.lower === 'as' && token.pos !== 'NOUN') ? token.lower : null;
};

/** "after meeting Veld": a noun has no name or pronoun right behind it. */
const isGerund = (tokens: readonly Token[], at: number, args: readonly Argument[]): boolean => {
  if (!/^\p{Ll}+ing$/u.test(tokens[at]?.text ?? '') || !/^(?:PROPN|PRON|DET)$/.test(tokens[at + 1]?.pos ?? ''))
    return false;
  return args.some(
    ({ label, first, preposition }) => /^ARG[12]$/.test(label) && first === at + 1 && preposition === null,
  );
};

/** The tagger takes "plans to meet" and "denied meeting Veld" for nouns: what has a bare object or an infinitive is a verb. */
const isVerbal = (tokens: readonly Token[], at: number, args: readonly Argument[]): boolean => {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.pos === 'VERB' || token.pos === 'AUX') return true;
  if (token.pos !== 'NOUN' && token.pos !== 'ADJ' && token.pos !== 'INTJ') return false;
  const before = tokens[at - 1];
  if (before?.pos === 'ADP' && isGerund(tokens, at, args)) return true;
  if (before === undefined || /^(?:DET|ADJ|NUM|ADP)$/.test(before.pos) || /^(?:'s|’s|'|’)$/.test(before.text))
    return false;
  if (/^(?:his|her|their|its|our|my|your|whose)$/.test(before.lower)) return false;
  const follows = args.some(
    ({ label, first, preposition }) => label === 'ARG1' && first === at + 1 && preposition === null,
  );
  const plain = token.lower.endsWith('ing') || args.some(({ label, last }) => /^ARG[01]$/.test(label) && last === at);
  // "let Veld travel": the bare infinitive behind whom somebody lets or makes.
  const isLet = args.some(
    ({ label, first, last }) =>
      /^ARG[01]$/.test(label) &&
      last === at &&
      /^(?:let|lets|letting|made|makes|make|making)$/.test(tokens[first - 1]?.lower ?? ''),
  );
  if (isLet && token.lower === token.lemma) return true;
  return follows && plain && (token.pos !== 'ADJ' || token.lower.endsWith('ing'));
};
