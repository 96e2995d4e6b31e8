import type { Span } from '../src/model/index.ts';
import type { NameScheme, Recognised, RecognisedRelation, RecognisedSpan } from '../src/read/network/index.ts';

/** Words of the text, or the nth (from 0) of several such. */
type Words = string | readonly [words: string, nth: number];

/** What a network might see, by its words. All lists may be left out. */
export interface RecognisedDraft {
  readonly names?: readonly {
    readonly words: Words;
    readonly type: string;
    readonly scheme?: NameScheme;
    readonly confidence?: number;
  }[];
  /** In text order; `refersTo` is the index of an earlier one in this list. */
  readonly spans?: readonly {
    readonly words: Words;
    readonly type?: RecognisedSpan['type'];
    readonly refersTo?: number;
    readonly probability?: number;
    readonly confidence?: number;
  }[];
  readonly attributions?: readonly {
    readonly cue: Words;
    readonly source?: Words;
    readonly content?: readonly Words[];
    readonly confidence?: number;
    readonly inside?: boolean;
  }[];
  readonly predicates?: readonly {
    readonly words: Words;
    /** Label and words of each role. */
    readonly roles?: readonly (readonly [label: string, words: Words])[];
    readonly factuality?: number;
    readonly confidence?: number;
  }[];
  readonly relations?: readonly {
    readonly one: Words;
    readonly kind: RecognisedRelation['kind'];
    readonly two: Words;
    readonly confidence?: number;
  }[];
}

/** Makes what a network might see in a text. Confidence is 0.9 unless given. @throws Error when words do not stand in the text. */
export const buildRecognised = (text: string, draft: RecognisedDraft): Recognised => {
  const place = (given: Words): Span => {
    const [words, nth] = typeof given === 'string' ? [given, 0] : given;
    let at = -1;
    for (let n = 0; n <= nth; n++) {
      at = text.indexOf(words, at + 1);
      if (at < 0) throw new Error(`“${words}” does not stand ${nth + 1} times in “${text}”`);
    }
    return [at, at + words.length];
  };
  const ends = (given: Words): { readonly start: number; readonly end: number } => {
    const [start, end] = place(given);
    return { start, end };
  };
  const byPlace = (a: { readonly start: number; readonly end: number }, b: typeof a): number =>
    a.start - b.start || a.end - b.end;
  return {
    names: (draft.names ?? [])
      .map(({ words, type, scheme = 'world', confidence = 0.9 }) => ({ scheme, ...ends(words), type, confidence }))
      .sort(byPlace),
    spans: (draft.spans ?? []).map(({ words, type = 'person', refersTo, probability = 0.9, confidence = 0.9 }) => ({
      ...ends(words),
      confidence,
      type,
      antecedents: refersTo === undefined ? [] : [{ span: refersTo, probability }],
      fresh: refersTo === undefined ? 1 : 1 - probability,
    })),
    attributions: (draft.attributions ?? []).map(({ cue, source, content = [], confidence = 0.9, inside = false }) => ({
      cue: place(cue),
      source: source === undefined ? null : place(source),
      content: content.map(place),
      confidence,
      inside,
    })),
    predicates: (draft.predicates ?? [])
      .map(({ words, roles = [], factuality = 1.5, confidence = 0.9 }) => ({
        ...ends(words),
        confidence,
        roles: roles.map(([label, role]) => ({ label, ...ends(role), confidence: 0.9 })).sort(byPlace),
        factuality,
      }))
      .sort(byPlace),
    relations: (draft.relations ?? []).map(({ one, kind, two, confidence = 0.9 }) => ({
      one: place(one),
      two: place(two),
      kind,
      confidence,
    })),
  };
};
