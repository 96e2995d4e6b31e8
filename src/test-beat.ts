import { fileURLToPath } from 'node:url';
import type { Document, Frame } from './model/index.ts';
import type { Beat } from './read/index.ts';

const MODEL = fileURLToPath(new URL('../models', import.meta.url));

/** An example of a frame, and what was read in it. */
export interface ExampleResult {
  readonly frame: string;
  readonly sentence: string;
  /** Whether it is one that must give the frame, or one that must not. */
  readonly kind: 'finds' | 'finds-nothing';
  readonly isRight: boolean;
  /** Frames that were read in it, in words: "deal: party Halden Energy; asset the refinery". */
  readonly found: readonly string[];
}

/** A date that makes sense of "last May" in examples; the cast of the shipped beats lives about then. */
const PUBLISHED = '2031-05-20';

/** Examples recognised at once: enough to keep the network busy. */
const AT_ONCE = 8;

/**
 * Reads the examples of a beat's own frames, each as a document of its own after the cast, and says which come out as they should.
 *
 * An example finds its frame when one of that type is read in the sentence: for a frame that is `as` another, one of that type.
 *
 * @param options.model Folder of the network's weights; those that come with Backchannel by default.
 * @param options.frames Only these; all that the beat defines itself by default.
 */
export async function* testBeat(
  beat: Beat,
  options: { readonly model?: string; readonly frames?: readonly string[]; readonly threads?: number } = {},
): AsyncGenerator<ExampleResult> {
  const { openNetwork, read, survey, typeOf } = await import('./read/index.ts');
  const network = await openNetwork(options.model ?? MODEL, { threads: options.threads ?? 1 });
  const frames = options.frames ?? beat.own;
  const examples = beat.frames
    .filter(({ frame }) => frames.includes(frame))
    .flatMap((frame) =>
      (['finds', 'finds-nothing'] as const).flatMap((kind) =>
        frame.examples[kind].map((sentence) => ({ frame, kind, document: documentOf(beat.cast, sentence), sentence })),
      ),
    );
  try {
    for (let at = 0; at < examples.length; at += AT_ONCE) {
      const batch = examples.slice(at, at + AT_ONCE);
      const seen = await survey(
        network,
        batch.map(({ document }) => document),
      );
      for (const [i, { frame, kind, document, sentence }] of batch.entries()) {
        const surveyed = seen[i];
        if (surveyed === undefined) continue;
        const made = read(document, beat, surveyed, { model: network.version }).frames;
        const own = made.filter(({ trigger }) => trigger[0] >= document.text.length - sentence.length - 1);
        const isFound = own.some(({ type }) => type === typeOf(frame));
        const isRight = isFound === (kind === 'finds');
        yield { frame: frame.frame, sentence, kind, isRight, found: own.map((one) => inWords(one, document.text)) };
      }
    }
  } finally {
    await network.close();
  }
}

const inWords = ({ type, roles, polarity, properties }: Frame, text: string): string => {
  const filled = Object.entries(roles).map(
    ([role, spans]) => `${role} ${spans.map(([start, end]) => `“${text.slice(start, end)}”`).join(', ')}`,
  );
  const name = properties.frame === undefined ? type : `${properties.frame} (${type})`;
  return `${polarity === 'negative' ? 'denied ' : ''}${name}: ${filled.join('; ')}`;
};

/** The cast and the sentence, as two paragraphs of body text. */
const documentOf = (cast: string, sentence: string): Document => {
  const gap = cast === '' ? '' : '\n\n';
  const text = `${cast}${gap}${sentence}\n`;
  const start = cast.length + gap.length;
  return {
    id: 'document-example',
    path: 'example',
    paths: ['example'],
    sha256: '0'.repeat(64),
    bytes: text.length,
    mediaType: 'text/html',
    encoding: 'utf-8',
    text,
    title: null,
    outlet: null,
    byline: null,
    published: PUBLISHED,
    found: [],
    anchors: [],
    steps: [],
    layout: [
      ...(cast === '' ? [] : [{ kind: 'paragraph' as const, start: 0, end: cast.length }]),
      { kind: 'paragraph', start, end: start + sentence.length },
    ],
  };
};
