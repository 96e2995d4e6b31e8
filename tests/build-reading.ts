import {
  type Attribution,
  type Block,
  type Citation,
  contentId,
  type Document,
  type Frame,
  type Mention,
  type Reading,
  type Span,
  sha256,
  type Time,
} from '../src/model/index.ts';

type MentionDraft = Partial<Omit<Mention, 'start' | 'end' | 'id' | 'head'>> & {
  readonly words: string;
  readonly nth?: number;
  readonly head?: string;
};
type FrameDraft = Partial<Omit<Frame, 'roles' | 'trigger' | 'extent' | 'time' | 'attribution'>> & {
  readonly extent: string;
  readonly trigger: string;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly time?: { readonly words: string; readonly edtf: string };
  /** Words of who says it, and its attribution's other fields. */
  readonly source?: string;
  readonly said?: Partial<Attribution>;
};

/** A document with a reading made by hand: spans are given by their words. */
export interface Draft {
  readonly text: string;
  readonly path?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly published?: string;
  readonly title?: string;
  readonly found?: Document['found'];
  readonly blocks?: readonly Block[];
  readonly mentions?: readonly MentionDraft[];
  readonly citations?: readonly {
    readonly outlet: string;
    readonly by?: string;
    readonly extent: string;
    readonly kind?: Citation['kind'];
  }[];
  readonly frames?: readonly FrameDraft[];
}

/** Makes the document and reading. @throws Error when words do not stand in the text. */
export const buildReading = (draft: Draft): { readonly document: Document; readonly reading: Reading } => {
  const { text } = draft;
  const spanOf = (words: string, nth = 0, within: Span = [0, text.length]): Span => {
    let at = within[0] - 1;
    for (let n = 0; n <= nth; n++) at = text.indexOf(words, at + 1);
    if (at < 0 || at + words.length > within[1])
      throw new Error(`“${words}” does not stand in “${text.slice(...within)}”`);
    return [at, at + words.length];
  };
  const mentions = (draft.mentions ?? [])
    .map((one, index): Mention => {
      const [start, end] = spanOf(one.words, one.nth);
      const head = one.head === undefined ? ([start, end] as const) : spanOf(one.head, 0, [start, end]);
      const { words: _words, nth: _nth, head: _head, ...given } = one;
      return {
        type: 'person',
        form: 'name',
        chain: index,
        role: null,
        side: null,
        confidence: 1,
        ...given,
        id: `m${index}`,
        start,
        end,
        head: [...head],
      };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const sentences = [...text.matchAll(/[^.\n]+\.?/g)].map((match): [number, number] => [
    match.index,
    match.index + match[0].length,
  ]);
  const times: Time[] = [];
  const attributions: Attribution[] = [];
  const frames = (draft.frames ?? []).map((one, index): Frame => {
    const extent = spanOf(one.extent);
    const { roles, time, source, said, trigger, extent: _extent, ...given } = one;
    if (time !== undefined) {
      const [start, end] = spanOf(time.words, 0, extent);
      times.push({ id: `t${index}`, start, end, edtf: time.edtf, duration: null, form: 'stated', anchor: null });
    }
    if (source !== undefined || said !== undefined) {
      attributions.push({
        id: `a${index}`,
        source: source === undefined ? [] : [[...spanOf(source)]],
        cue: [],
        content: [[...extent]],
        within: null,
        speech: 'indirect',
        polarity: 'positive',
        certainty: 'underspecified',
        tense: 'non-future',
        kind: 'say',
        sourceKind: source === undefined ? 'none' : 'named',
        confidence: 1,
        ...said,
      });
    }
    return {
      id: `f${index}`,
      type: 'meeting',
      properties: {},
      polarity: 'positive',
      certainty: 'certain',
      tense: 'non-future',
      status: 'held',
      duration: null,
      conditions: [],
      rule: 'by hand',
      confidence: 1,
      ...given,
      trigger: [...spanOf(trigger, 0, extent)],
      extent: [...extent],
      roles: Object.fromEntries(
        Object.entries(roles).map(([role, list]) => [
          role,
          list.map((words) => [...spanOf(words, 0, extent)] as [number, number]),
        ]),
      ),
      time: time === undefined ? null : `t${index}`,
      attribution: source === undefined && said === undefined ? null : `a${index}`,
    };
  });
  const citations = (draft.citations ?? []).map((one): Citation => {
    const extent = spanOf(one.extent);
    return {
      outlet: [...spanOf(one.outlet, 0, extent)],
      by: one.by === undefined ? null : [...spanOf(one.by, 0, extent)],
      extent: [...extent],
      kind: one.kind ?? 'cites',
    };
  });
  const hash = sha256(JSON.stringify([text, draft.path, draft.outlet]));
  const facts = {
    id: contentId('document', hash),
    path: draft.path ?? 'a.txt',
    sha256: hash,
    title: draft.title ?? null,
    outlet: draft.outlet ?? null,
    byline: draft.byline ?? null,
    published: draft.published ?? null,
  };
  return {
    document: {
      ...facts,
      paths: [facts.path],
      bytes: text.length,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      text,
      found: draft.found ?? [],
      layout: [],
      anchors: [],
      steps: [],
    },
    reading: {
      document: facts,
      reader: 'by hand',
      language: 'en',
      blocks: draft.blocks ?? [{ kind: 'body', start: 0, end: text.length }],
      sentences,
      mentions,
      attributions,
      times,
      frames,
      citations,
    },
  };
};
