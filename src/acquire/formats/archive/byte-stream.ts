import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import type { Budget } from '../../budget.ts';
import type { ByteSource } from '../../received.ts';

const CHUNK = 256 * 1024;

/** Bytes that come one after the other and are not kept. */
export class ByteStream {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();
  #position = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** How many bytes have been taken or skipped. */
  get position(): number {
    return this.#position;
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return true;
  }

  /** The next bytes, which stay where they are. Fewer than asked for only where the stream ends before. */
  async peek(length: number): Promise<Uint8Array> {
    while (this.#held.length < length && (await this.#more()));
    return this.#held.subarray(0, length);
  }

  /** The next bytes. Fewer than asked for only where the stream ends before. */
  async take(length: number): Promise<Uint8Array> {
    if (this.#held.length >= length) {
      const taken = this.#held.subarray(0, length);
      this.#held = this.#held.subarray(length);
      this.#position += length;
      return taken;
    }
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0 && (this.#held.length > 0 || (await this.#more()))) {
      const part = this.#held.subarray(0, missing);
      this.#held = this.#held.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    this.#position += length - missing;
    return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
  }

  /** @returns How many bytes were passed over: fewer than asked for only where the stream ends before. */
  async skip(length: number): Promise<number> {
    let missing = length;
    while (missing > 0 && (this.#held.length > 0 || (await this.#more()))) {
      const part = Math.min(missing, this.#held.length);
      this.#held = this.#held.subarray(part);
      missing -= part;
    }
    this.#position += length - missing;
    return length - missing;
  }

  /** Ends what is behind it. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

/** The bytes of a source one after the other. */
export async function* chunksOf(source: ByteSource, start = 0, end = source.size): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += CHUNK) {
    const chunk = await source.read(at, Math.min(CHUNK, end - at));
    if (chunk.length === 0) return;
    yield chunk;
  }
}

/**
 * What gzip packed, member after member, while the budget lasts.
 *
 * @throws BudgetSpent; the error of zlib where bytes are broken or end too early.
 */
export async function* gunzipped(source: ByteSource, budget: Budget): AsyncGenerator<Uint8Array> {
  const unpacking = createGunzip({ chunkSize: CHUNK });
  const feeding = (async () => {
    for await (const chunk of chunksOf(source)) {
      if (unpacking.destroyed) return;
      if (!unpacking.write(chunk)) await once(unpacking, 'drain');
    }
    unpacking.end();
  })();
  // What breaks while it is fed breaks while it is read too.
  feeding.catch((error: unknown) => unpacking.destroy(error instanceof Error ? error : new Error(String(error))));
  let unpacked = 0;
  try {
    for await (const chunk of unpacking as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      budget.takeBytes(chunk.length, unpacked, source.size);
      yield chunk;
    }
  } finally {
    unpacking.destroy();
  }
}
