import type { Rows } from './decode.ts';
import { type Labels, RELATION_SCHEMES } from './labels.ts';
import { distanceBucket, gelu } from './math.ts';
import type { WindowScores } from './network.ts';
import type { RecognisedRelation } from './recognised.ts';
import { type Gauge, sigmoid } from './settings.ts';

type Kind = RecognisedRelation['kind'];
type Scheme = (typeof RELATION_SCHEMES)[number];

/** What a label of a corpus is called here. */
export interface Meaning<K extends string> {
  readonly kind: K;
  /** Whether the two ends change places. */
  readonly turned?: true;
  /** What it is called when it goes from a person. */
  readonly ofPerson?: K;
  /** What the ends must be, after they changed places; whatever by default. */
  readonly from?: 'person' | 'other';
  readonly to?: 'person' | 'other';
}

/**
 * What the labels of the corpora are called here, and whether the two ends change places.
 *
 * A relation goes from the one that leads, works for, owns, is part of, to what is led, worked for, owned, the whole. `meets`,
 * `family` and `opposes` hold both ways. Directions follow the corpora's own guidelines: re3d ("X InChargeOf Y": X leads; "X BelongsTo
 * Y": X is part of Y), KnowledgeNet (properties of the subject: "COMPANY CEO person", "COMPANY FOUNDED_BY person"), CORE
 * ("acquired_by: e2 purchases e1", "shareholder_of: e1 owns shares in e2", "subsidiary_of: e2 owns e1").
 *
 * Left out on purpose: founders (who founded need not own or lead), nationality, places, likes and dislikes of CrossRE's
 * general labels, whose meaning changes with the field.
 */
const KINDS: Readonly<Record<Scheme, Readonly<Record<string, Meaning<Kind>>>>> = {
  defence: {
    CommWith: { kind: 'meets' },
    InChargeOf: { kind: 'leads' },
    BelongsTo: { kind: 'partOf', ofPerson: 'worksFor' },
    FightingAgainst: { kind: 'opposes' },
    Dislikes: { kind: 'opposes' },
  },
  general: {},
  knowledge: {
    CEO: { kind: 'leads', turned: true, from: 'person', to: 'other' },
    EMPLOYEE_OR_MEMBER_OF: { kind: 'worksFor', from: 'person', to: 'other' },
    SUBSIDIARY_OF: { kind: 'partOf', from: 'other', to: 'other' },
    SPOUSE: { kind: 'family', from: 'person', to: 'person' },
    CHILD_OF: { kind: 'family', from: 'person', to: 'person' },
  },
  companies: {
    shareholder_of: { kind: 'owns', to: 'other' },
    acquired_by: { kind: 'owns', turned: true, to: 'other' },
    subsidiary_of: { kind: 'partOf', from: 'other', to: 'other' },
  },
};

/** The kind of relation that a corpus' label stands for, if we take it. */
export const kindOf = (scheme: Scheme, label: string): Meaning<Kind> | undefined => KINDS[scheme][label];

/** Something named that may stand in a relation: words `[first, end)`, rows of its first and last word in the window. */
export interface Entity {
  readonly first: number;
  readonly end: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly isPerson: boolean;
  /** Whether the window answers for it. */
  readonly isOwn: boolean;
}

const isOfKind = ({ isPerson }: Entity, kind: 'person' | 'other' | undefined): boolean =>
  kind === undefined || isPerson === (kind === 'person');

/** A relation between two of the given entities. */
export interface EntityRelation<K extends string = Kind> {
  readonly one: Entity;
  readonly two: Entity;
  readonly kind: K;
  readonly confidence: number;
}

/** Pairs further apart, in pieces between first words, are not asked about, as in training. */
const REACH = 60;

/** One label's layer, ready to use. */
interface Question<K extends string> {
  readonly meaning: Meaning<K>;
  readonly weight: Float32Array;
  readonly bias: number;
  readonly gauge: Gauge;
}

/** Asks the pairs of a window what holds between them. */
export class Relations<K extends string = Kind> {
  readonly #width: number;
  readonly #distance: readonly Float32Array[];
  readonly #questions: readonly Question<K>[];

  /** @param meaningOf says what a label is called; labels without meaning are not asked. */
  constructor(
    labels: Labels['relations'],
    gaugeOf: (scheme: Scheme) => Gauge,
    meaningOf: (scheme: Scheme, label: string) => Meaning<K> | undefined,
  ) {
    this.#width = labels.width;
    this.#distance = labels.distance.map((row) => Float32Array.from(row));
    this.#questions = RELATION_SCHEMES.flatMap((scheme) =>
      labels.labels[scheme].flatMap((label, k): Question<K>[] => {
        const meaning = meaningOf(scheme, label);
        if (meaning === undefined) return [];
        return [
          {
            meaning,
            weight: Float32Array.from(labels.weight[scheme][k] as number[]),
            bias: labels.bias[scheme][k] as number,
            gauge: gaugeOf(scheme),
          },
        ];
      }),
    );
  }

  /** Relations that the window answers for. The same may come twice, from labels of two corpora. */
  find(scores: WindowScores, length: number, entities: readonly Entity[]): readonly EntityRelation<K>[] {
    if (entities.length < 2) return [];
    const width = this.#width;
    const sums = this.#sums(scores.relationBetween, length);
    const parts = entities.map((entity) => this.#parts(scores, entity));
    const x = new Float32Array(width);
    const found: EntityRelation<K>[] = [];
    entities.forEach((one, i) => {
      entities.forEach((two, j) => {
        const offset = two.firstRow - one.firstRow;
        // The window that answers for the first of a pair, as asked, answers for the pair.
        if (i === j || !one.isOwn || Math.abs(offset) > REACH) return;
        if (one.first < two.end && two.first < one.end) return;
        const after = Math.min(one.lastRow, two.lastRow) + 1;
        const before = Math.max(after, Math.max(one.firstRow, two.firstRow));
        const count = Math.max(1, before - after);
        const subject = parts[i] as Float32Array;
        const object = parts[j] as Float32Array;
        const distance = this.#distance[distanceBucket(offset)] as Float32Array;
        for (let k = 0; k < width; k++) {
          const between = ((sums[before * width + k] as number) - (sums[after * width + k] as number)) / count;
          x[k] = gelu((subject[k] as number) + (object[width + k] as number) + between + (distance[k] as number));
        }
        for (const { meaning, weight, bias, gauge } of this.#questions) {
          let logit = bias;
          for (let k = 0; k < width; k++) logit += (x[k] as number) * (weight[k] as number);
          if (logit < gauge.leastLogit) continue;
          const [from, to] = meaning.turned === true ? [two, one] : [one, two];
          if (!isOfKind(from, meaning.from) || !isOfKind(to, meaning.to)) continue;
          found.push({
            one: from,
            two: to,
            kind: (from.isPerson ? meaning.ofPerson : undefined) ?? meaning.kind,
            confidence: gauge.confidence(sigmoid(logit)),
          });
        }
      });
    });
    return found;
  }

  /** Sums of `between` before each row, so that the mean of a stretch is one subtraction. */
  #sums({ data, base }: Rows, length: number): Float64Array {
    const width = this.#width;
    const sums = new Float64Array((length + 1) * width);
    for (let at = 0; at < length * width; at++) sums[at + width] = (sums[at] as number) + (data[base + at] as number);
    return sums;
  }

  /** First half what it brings as subject, second as object. */
  #parts({ relationFirst, relationLast }: WindowScores, { firstRow, lastRow }: Entity): Float32Array {
    const { width } = relationFirst;
    const first = relationFirst.base + firstRow * width;
    const last = relationLast.base + lastRow * width;
    const parts = new Float32Array(width);
    for (let k = 0; k < width; k++) {
      parts[k] = (relationFirst.data[first + k] as number) + (relationLast.data[last + k] as number);
    }
    return parts;
  }
}
