import { createHash } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const fromBase32 = (letters: string): string => {
  let [bits, held] = [0, 0];
  const bytes: number[] = [];
  for (const letter of letters.toUpperCase().replace(/=+$/, '')) {
    held = (held << 5) | BASE32.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
      held &= (1 << bits) - 1;
    }
  }
  return Buffer.from(bytes).toString('hex');
};

/** Bytes of each digest that is told by a name. Others are not checked. */
const LENGTHS: Readonly<Record<string, number>> = { md5: 16, sha1: 20, sha256: 32, sha512: 64 };

/**
 * Whether one of several readings of the same bytes has a digest as written in web archives: `sha1:` and base 32, or `sha-256:` and
 * base 16. Null when it is of a kind that is not known here.
 */
export const hasDigest = (stated: string, readings: readonly Uint8Array[]): boolean | null => {
  const [, name = '', value = ''] = /^\s*([\w-]+)\s*[:=]\s*(\S+)\s*$/.exec(stated) ?? [];
  const algorithm = name.toLowerCase().replace('-', '');
  const length = LENGTHS[algorithm];
  if (length === undefined) return null;
  const isHex = value.length === length * 2 && /^[0-9a-f]+$/i.test(value);
  if (!isHex && !/^[A-Z2-7]+=*$/i.test(value)) return null;
  const wanted = isHex ? value.toLowerCase() : fromBase32(value);
  return readings.some((bytes) => createHash(algorithm).update(bytes).digest('hex') === wanted);
};
