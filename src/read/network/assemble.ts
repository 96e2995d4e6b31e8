import type { Span } from '../../model/index.ts';
import { type Candidate, chooseEntities, isNamed, isPersonType, isRelatedSpan } from './choose-entities.ts';
import { Coreference, type Standing } from './coreference.ts';
import type { Pieces } from './cut.ts';
import { type Rows, withoutOverlap } from './decode.ts';
import { labelsOfTags, NAME_SCHEMES } from './labels.ts';
import { gelu } from './math.ts';
import { NamePath } from './name-path.ts';
import type { Network, WindowScores } from './network.ts';
import { pairWords } from './pair-words.ts';
import type {
  NameScheme,
  Recognised,
  RecognisedAttribution,
  RecognisedName,
  RecognisedPredicate,
  RecognisedRelation,
  RecognisedSpan,
} from './recognised.ts';
import { type Entity, type EntityRelation, kindOf, Relations } from './relations.ts';
import { type Gauge, gaugeOf, type Head, type Precision, sigmoid } from './settings.ts';
import { type CueRuns, cueRuns, predicateRuns, type WordRun } from './triggers.ts';
import { countBelow, type Window } from './windows.ts';

/** A window with what the network says of it. */
interface Seen {
  readonly window: Window;
  readonly scores: WindowScores;
  readonly spans: readonly SpanFound[];
}

interface SpanFound {
  readonly first: number;
  readonly end: number;
  readonly confidence: number;
}

interface CueFound {
  readonly runs: CueRuns;
  /** Probability of the cue, not calibrated. */
  readonly raw: number;
}

interface NameFound {
  readonly scheme: NameScheme;
  readonly first: number;
  readonly end: number;
  readonly type: string;
  readonly confidence: number;
  readonly shares: readonly (readonly [type: string, share: number])[];
}

/** Least share of a label that is told. */
const LEAST_SHARE = 0.02;

/** UDS factuality ends there. */
const SUREST = 3;

const valueAt = ({ data, width, base }: Rows, row: number, column: number): number =>
  data[base + row * width + column] as number;

/** Whether a span lies in one of the given ones, or in several that overlap. */
const coverOf = (spans: readonly Span[]): ((span: Span) => boolean) => {
  const cover: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = cover.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else cover.push([start, end]);
  }
  const starts = Int32Array.from(cover, ([start]) => start);
  return ([start, end]) => {
    const at = countBelow(starts, start + 1) - 1;
    return at >= 0 && end <= (cover[at]?.[1] ?? 0);
  };
};

/**
 * Puts together what windows say of one text.
 *
 * Takes its windows in order, each once, and lets go of all but the last, so that memory is bounded by what is found. The
 * same rules as `predict.py` of the training.
 */
export class Assembly {
  readonly #network: Network;
  readonly #pieces: Pieces;
  readonly #gauge: (head: Head) => Gauge;
  readonly #paths: ReadonlyMap<NameScheme, NamePath>;
  readonly #coreference: Coreference;
  readonly #relating: Relations;
  #before: Seen | null = null;

  readonly #names: NameFound[] = [];
  readonly #cues: CueFound[] = [];
  readonly #predicates: RecognisedPredicate[] = [];
  readonly #spans: RecognisedSpan[] = [];
  readonly #spanWords: (readonly [first: number, end: number])[] = [];
  readonly #relations: EntityRelation[] = [];

  constructor(network: Network, pieces: Pieces, precision: Precision) {
    const { labels, settings } = network;
    this.#network = network;
    this.#pieces = pieces;
    const gauges = new Map<Head, Gauge>();
    this.#gauge = (head) => {
      const known = gauges.get(head) ?? gaugeOf(settings, head, precision);
      gauges.set(head, known);
      return known;
    };
    this.#paths = new Map(NAME_SCHEMES.map((scheme) => [scheme, new NamePath(labels.names[scheme].length)]));
    const { a, b } = settings.calibration.coreference ?? { a: 1, b: 0 };
    this.#coreference = new Coreference(labels.coreference, a, b);
    this.#relating = new Relations(labels.relations, (scheme) => this.#gauge(`relations.${scheme}`), kindOf);
  }

  /** Takes the next window. */
  take(window: Window, scores: WindowScores): void {
    this.#takeNames(window, scores);
    this.#takeCues(window, scores);
    this.#takePredicates(window, scores);
    const seen: Seen = { window, scores, spans: this.#findSpans(window, scores) };
    this.#complete(seen);
    this.#before = seen;
  }

  /** What was recognised, when no window follows. */
  finish(): Recognised {
    for (const [scheme, path] of this.#paths) this.#keepNames(scheme, path.finish());
    this.#complete(null);
    const names = this.#names
      .map(({ scheme, first, end, type, confidence, shares }): RecognisedName => {
        const [from, to] = this.#place(first, end);
        return { scheme, start: from, end: to, type, confidence, ...(shares.length > 1 && { shares }) };
      })
      .sort((a, b) => a.start - b.start || a.end - b.end || (a.scheme < b.scheme ? -1 : a.scheme > b.scheme ? 1 : 0));
    return {
      names,
      spans: this.#spans,
      attributions: this.#attributions(),
      predicates: this.#predicates,
      relations: this.#relationsFound(),
    };
  }

  #place(first: number, end: number): readonly [number, number] {
    const { wordStart, wordEnd } = this.#pieces;
    return [wordStart[first] as number, wordEnd[end - 1] as number];
  }

  #row(window: Window, word: number): number {
    return (this.#pieces.first[word] as number) - window.start + 1;
  }

  #takeNames(window: Window, scores: WindowScores): void {
    for (const [scheme, path] of this.#paths) {
      const rows = scores.names[scheme];
      for (let word = window.firstWord; word < window.lastWord; word++) path.push(rows, this.#row(window, word));
      this.#keepNames(scheme, path.settle());
    }
  }

  #keepNames(scheme: NameScheme, runs: ReturnType<NamePath['finish']>): void {
    const gauge = this.#gauge(`names.${scheme}`);
    const types = labelsOfTags(this.#network.labels.names[scheme]);
    for (const { start, end, label, sureness, shares } of runs) {
      const confidence = gauge.confidence(sureness);
      if (confidence < gauge.least) continue;
      const told: (readonly [string, number])[] = [];
      types.forEach((type, k) => {
        const share = shares[k] as number;
        if (share >= LEAST_SHARE) told.push([type, share]);
      });
      this.#names.push({ scheme, first: start, end, type: types[label] ?? '', confidence, shares: told });
    }
  }

  #takeCues(window: Window, scores: WindowScores): void {
    const job = { pieces: this.#pieces, window };
    scores.cue.rows.forEach((row, k) => {
      const word = this.#pieces.word[window.start + row - 1] as number;
      const runs = cueRuns(job, scores.cue.bands[k] as Rows, row, this.#network.labels.reach.cue, word);
      this.#cues.push({ runs, raw: sigmoid(valueAt(scores.triggers, row, 0)) });
    });
  }

  #takePredicates(window: Window, scores: WindowScores): void {
    const { labels } = this.#network;
    const [gauge, ofRole] = [this.#gauge('predicate'), this.#gauge('role')];
    const names = labelsOfTags(labels.roles.predicate);
    // PropBank's numbered arguments: what goes on elsewhere is labelled C-ARG.
    const isOnce = (label: number): boolean => /^ARG\d$/.test(names[label] ?? '');
    const job = { pieces: this.#pieces, window };
    const mention = ({ start, end }: WordRun): readonly [number, number] => this.#place(start, end);
    scores.predicate.rows.forEach((row, k) => {
      const word = this.#pieces.word[window.start + row - 1] as number;
      const [start, end] = this.#place(word, word + 1);
      const factuality = valueAt(scores.factuality, row, 0);
      const runs = predicateRuns(job, scores.predicate.bands[k] as Rows, row, labels.reach.predicate, isOnce);
      this.#predicates.push({
        start,
        end,
        confidence: gauge.confidence(sigmoid(valueAt(scores.triggers, row, 1))),
        roles: runs.flatMap((run) => {
          const confidence = ofRole.confidence(run.sureness);
          if (confidence < ofRole.least) return [];
          const [from, to] = mention(run);
          return [{ label: names[run.label] ?? '', start: from, end: to, confidence }];
        }),
        factuality: Math.min(SUREST, Math.max(-SUREST, factuality)),
      });
    });
  }

  #findSpans(window: Window, { spans }: WindowScores): readonly SpanFound[] {
    const gauge = this.#gauge('span');
    const { first } = this.#pieces;
    const found: SpanFound[] = [];
    for (let word = window.firstWord; word < window.lastWord; word++) {
      const from = first[word] as number;
      const at = spans.base + this.#row(window, word) * spans.width;
      for (let last = word; last < first.length; last++) {
        const piece = first[last] as number;
        if (piece - from >= spans.width || piece >= window.end) break;
        const logit = spans.data[at + piece - from] as number;
        if (logit < gauge.leastLogit) continue;
        found.push({ first: word, end: last + 1, confidence: gauge.confidence(sigmoid(logit)) });
      }
    }
    return found;
  }

  /** Finishes the window before, whose spans may end in words that `next` answers for. */
  #complete(next: Seen | null): void {
    const seen = this.#before;
    if (seen === null) return;
    for (const { first, end, confidence } of seen.spans) {
      const owner = next !== null && end - 1 >= next.window.firstWord ? next : seen;
      const reference = this.#coreference.take(this.#standing(seen, owner, first, end));
      const [start, stop] = this.#place(first, end);
      this.#spans.push({ start, end: stop, confidence, type: this.#typeOf(seen, owner, first, end), ...reference });
      this.#spanWords.push([first, end]);
    }
    this.#relate(seen, next);
  }

  /** Adds what the window of its first word and that of its last say of a span. */
  #sum(seen: Seen, owner: Seen, first: number, end: number): (one: Rows, two: Rows, column: number) => number {
    const a = this.#row(seen.window, first);
    const b = this.#row(owner.window, end - 1);
    return (one, two, column) => valueAt(one, a, column) + valueAt(two, b, column);
  }

  #typeOf(seen: Seen, owner: Seen, first: number, end: number): RecognisedSpan['type'] {
    const { mentionTypes } = this.#network.labels;
    const sum = this.#sum(seen, owner, first, end);
    const scores = mentionTypes.map((_, k) => sum(seen.scores.typeFirst, owner.scores.typeLast, k));
    return mentionTypes[scores.indexOf(Math.max(...scores))] ?? 'abstract';
  }

  #standing(seen: Seen, owner: Seen, first: number, end: number): Standing {
    const sum = this.#sum(seen, owner, first, end);
    const { width } = this.#network.labels.coreference;
    const { text, wordStart, wordEnd } = this.#pieces;
    const half = (from: number): Float32Array =>
      Float32Array.from({ length: width }, (_, k) =>
        gelu(sum(seen.scores.vectorFirst, owner.scores.vectorLast, from + k)),
      );
    const { joinFirst } = seen.scores;
    const { joinLast } = owner.scores;
    const words: string[] = [];
    for (let word = first; word < end; word++) words.push(text.slice(wordStart[word], wordEnd[word]));
    return {
      words: pairWords(words, first, end),
      anaphor: half(0),
      antecedent: half(width),
      join: Float32Array.from({ length: joinFirst.width }, (_, k) => sum(joinFirst, joinLast, k)),
      asAntecedent: sum(seen.scores.standFirst, owner.scores.standLast, 0),
      asNew: sum(seen.scores.standFirst, owner.scores.standLast, 1),
    };
  }

  /** Relations among what stands in a window wholly. Names and spans of its neighbours are known by now. */
  #relate(seen: Seen, next: Seen | null): void {
    const { window, scores } = seen;
    const { first: pieceOf } = this.#pieces;
    // Names and spans come window by window: those of long before cannot be inside.
    const tooEarly = window.firstWord - this.#network.labels.window;
    const isInside = ({ first, end }: Candidate): boolean =>
      (pieceOf[first] as number) >= window.start && (pieceOf[end - 1] as number) < window.end;
    const names: Candidate[] = [];
    for (let k = this.#names.length - 1; k >= 0; k--) {
      const { first, end, scheme, type, confidence } = this.#names[k] as NameFound;
      if (end <= tooEarly) break;
      if (isNamed(scheme, type)) names.push({ first, end, confidence, isPerson: isPersonType(type) });
    }
    const spans: Candidate[] = [];
    const put = (first: number, end: number, confidence: number, type: RecognisedSpan['type']): void => {
      if (isRelatedSpan(type)) spans.push({ first, end, confidence, isPerson: type === 'person' });
    };
    for (let k = this.#spans.length - 1; k >= 0; k--) {
      const [first, end] = this.#spanWords[k] as readonly [number, number];
      if (end <= tooEarly) break;
      const { type, confidence } = this.#spans[k] as RecognisedSpan;
      put(first, end, confidence, type);
    }
    if (next !== null) {
      for (const { first, end, confidence } of next.spans) {
        // Spans that begin where the window ends are of no use to it, and may end in words not seen yet.
        if ((pieceOf[end - 1] as number) < window.end) {
          put(first, end, confidence, this.#typeOf(next, next, first, end));
        }
      }
    }
    const entities = chooseEntities(names.filter(isInside), spans.filter(isInside)).map(
      (one): Entity => ({
        ...one,
        firstRow: this.#row(window, one.first),
        lastRow: this.#row(window, one.end - 1),
        isOwn: one.first >= window.firstWord && one.first < window.lastWord,
      }),
    );
    this.#relations.push(...this.#relating.find(scores, 2 + window.end - window.start, entities));
  }

  #attributions(): readonly RecognisedAttribution[] {
    const gauge = this.#gauge('attribution');
    const kept = withoutOverlap(
      this.#cues.map(({ runs }) => runs.cue),
      this.#cues.map(({ raw }) => raw),
    );
    const found = kept.map((k): RecognisedAttribution => {
      const { runs, raw } = this.#cues[k] as CueFound;
      const { cue, source, content } = runs;
      const sure = content.length === 0 ? 1 : content.reduce((sum, run) => sum + run.sureness, 0) / content.length;
      return {
        cue: this.#place(cue.start, cue.end),
        source: source && this.#place(source.start, source.end),
        content: content.map(({ start, end }) => this.#place(start, end)),
        confidence: gauge.confidence(raw * (source?.sureness ?? 1) * sure),
        inside: false,
      };
    });
    const isSure = ({ confidence }: RecognisedAttribution): boolean => confidence >= gauge.least;
    const isSaid = coverOf(found.filter(isSure).flatMap(({ content }) => content));
    return found.flatMap((one): RecognisedAttribution[] =>
      isSure(one) ? [one] : isSaid(one.cue) ? [{ ...one, inside: true }] : [],
    );
  }

  /** Of one kind between the same two the surest, in text order. */
  #relationsFound(): readonly RecognisedRelation[] {
    const surest = new Map<string, EntityRelation>();
    for (const relation of this.#relations) {
      const { one, two, kind } = relation;
      const key = `${one.first}-${one.end} ${kind} ${two.first}-${two.end}`;
      const known = surest.get(key);
      if (known === undefined || known.confidence < relation.confidence) surest.set(key, relation);
    }
    return [...surest.values()]
      .map(({ one, two, kind, confidence }) => ({
        one: this.#place(one.first, one.end),
        two: this.#place(two.first, two.end),
        kind,
        confidence,
      }))
      .sort((a, b) => a.one[0] - b.one[0] || a.one[1] - b.one[1] || a.two[0] - b.two[0] || a.two[1] - b.two[1]);
  }
}
