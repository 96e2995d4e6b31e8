const hexOf = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
};

/** Undoes quoted-printable (RFC 2045); what is none of it stays as it stands. */
const fromQuotedPrintable = (bytes: Uint8Array): Uint8Array => {
  const out = Buffer.allocUnsafe(bytes.length);
  let size = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== 61) {
      out[size++] = byte;
      continue;
    }
    const [high, low] = [hexOf(bytes[at + 1]), hexOf(bytes[at + 2])];
    if (high >= 0 && low >= 0) {
      out[size++] = high * 16 + low;
      at += 2;
      continue;
    }
    // A soft line break, with the white space that some servers put behind it.
    let end = at + 1;
    while (bytes[end] === 32 || bytes[end] === 9) end++;
    if (bytes[end] === 13 && bytes[end + 1] === 10) at = end + 1;
    else if (bytes[end] === 10) at = end;
    else if (end >= bytes.length) at = end;
    else out[size++] = byte;
  }
  return out.subarray(0, size);
};

/** Undoes base64, line breaks and stray characters passed over; each padded run is decoded for itself, as some programs join them. */
const fromBase64 = (bytes: Uint8Array): Uint8Array => {
  const letters = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const runs = letters.replace(/[^A-Za-z0-9+/=]+/g, '').match(/[^=]+/g) ?? [];
  const [only] = runs;
  return runs.length === 1 && only !== undefined
    ? Buffer.from(only, 'base64')
    : Buffer.concat(runs.map((run) => Buffer.from(run, 'base64')));
};

/** The bytes of a part as they were before they were made fit for mail. Of unknown ways, as they stand. */
export const undoTransfer = (bytes: Uint8Array, encoding: string | null): Uint8Array => {
  const way = /[a-z0-9-]+/i.exec((encoding ?? '').replace(/\([^()]*\)/g, ''))?.[0].toLowerCase();
  if (way === 'base64') return fromBase64(bytes);
  return way === 'quoted-printable' ? fromQuotedPrintable(bytes) : bytes;
};
