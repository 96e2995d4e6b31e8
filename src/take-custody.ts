import type { Acquired } from './acquire/index.ts';
import { type Arrival, type Document, type Hand, type Refusal, sha256 } from './model/index.ts';
import { programVersion } from './program.ts';
import type { Addition, CaseStore, DocumentEntry, RefusedArrival } from './store/index.ts';

/** How what is read into a case is kept. */
export interface CustodySettings {
  /** By whose hand it comes in; a program that uses this one by default. */
  readonly how?: Hand;
  /** Whether the bytes are kept as they came in, where the text does not give them back; true by default. */
  readonly keepOriginals?: boolean;
  /** The clock by which arrivals are logged; the machine's own by default. */
  readonly now?: () => Date;
}

/** A document on its way to a reader, which has no use for the rest. */
export interface Incoming {
  readonly document: Document;
  readonly kept: Pick<Addition, 'original' | 'arrival' | 'captures'>;
}

/**
 * Larger originals are put in the store as soon as they come in, so that none waits in memory for its reader. One whose document is
 * never committed stays there unused; the next reading has need of it.
 */
const AT_ONCE_BYTES = 4 * 1024 * 1024;

/** Sees to it that what comes in is logged and its bytes are kept. */
export class Custodian {
  readonly #store: CaseStore;
  readonly #how: Hand;
  readonly #keepsOriginals: boolean;
  readonly #now: () => Date;
  readonly #kept: Set<string>;

  constructor(store: CaseStore, settings: CustodySettings, kept: readonly string[]) {
    this.#store = store;
    this.#how = settings.how ?? { kind: 'program' };
    this.#keepsOriginals = settings.keepOriginals ?? true;
    this.#now = settings.now ?? (() => new Date());
    this.#kept = new Set(kept);
  }

  arrival(): Arrival {
    return { at: this.#now().toISOString(), how: this.#how, program: `backchannel ${programVersion()}` };
  }

  async take({ document, bytes }: Extract<Acquired, { readonly kind: 'document' }>): Promise<Incoming> {
    const arrival = this.arrival();
    // What decodes to the text and no more can be made of the text again.
    const isNeeded = this.#keepsOriginals && sha256(document.text) !== document.sha256;
    if (!isNeeded || this.#kept.has(document.sha256)) return { document, kept: { arrival } };
    if (bytes.length < AT_ONCE_BYTES) return { document, kept: { arrival, original: bytes } };
    await this.#keep(bytes);
    return { document, kept: { arrival } };
  }

  /** Keeps the bytes of a document that the case has from when they were not kept. */
  async takeKnown({ sha256: hash, textSha256 }: DocumentEntry, bytes: Uint8Array): Promise<void> {
    if (this.#keepsOriginals && hash !== textSha256 && !this.#kept.has(hash)) await this.#keep(bytes);
  }

  async #keep(bytes: Uint8Array): Promise<void> {
    this.#kept.add(await this.#store.keepOriginal(bytes));
  }

  refused(refusal: Refusal, of: { readonly sha256: string; readonly bytes: number } | null): RefusedArrival {
    return { refusal, arrival: this.arrival(), ...of };
  }
}
