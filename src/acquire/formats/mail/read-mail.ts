import { sha256 } from '../../../model/index.ts';
import { pathInside, type Received, sourceOf } from '../../received.ts';
import { refuse } from '../../refusals.ts';
import type { FormatWork, Piece } from '../format.ts';
import { partBytes, partName, readContent } from './mail-bodies.ts';
import { readMailFacts } from './mail-facts.ts';
import { type MailPart, splitMail } from './mail-parts.ts';
import { writeMail } from './mail-text.ts';

/** The headers' words and addresses are the library's part; parts are split here, since each needs its number and its bytes. */
const BY = 'backchannel, postal-mime 4.0.0';

const SEALED_BY_PGP = 'an encrypted message (PGP)';
const PGP_BODY = /^-----BEGIN PGP MESSAGE-----/m;

/** Apple Mail's count of bytes, or a mailbox's seam, before the message proper. */
const messageIn = (bytes: Buffer): Buffer => {
  const line = bytes.toString('latin1', 0, Math.min(300, bytes.length));
  const counted = /^(\d{1,12})[ \t]*\r?\n/.exec(line);
  if (counted) return bytes.subarray(counted[0].length, counted[0].length + Number(counted[1]));
  const before = /^(?:\u00ef\u00bb\u00bf)?\s*(?:From [^\n]{0,250}\n)?/.exec(line)?.[0].length ?? 0;
  return bytes.subarray(before);
};

/** Why a part cannot be read though it is whole; null for parts that may be. */
const lockedAs = ({ type, headers }: MailPart, name: string | null): string | null => {
  const kind = type.value;
  if (kind === 'application/ms-tnef' || kind === 'application/vnd.ms-tnef' || /^winmail\.dat$/i.test(name ?? ''))
    return 'attachments that Outlook has wrapped in a way of its own (winmail.dat)';
  if (kind === 'application/pkcs7-mime' || kind === 'application/x-pkcs7-mime' || /\.p7m$/i.test(name ?? ''))
    return type.params.get('smime-type') === 'signed-data'
      ? 'a message wrapped in its signature (S/MIME)'
      : 'an encrypted message (S/MIME)';
  if (
    /\.(?:pgp|gpg)$/i.test(name ?? '') ||
    /pgp encrypted|OpenPGP encrypted/i.test(headers.first('content-description') ?? '')
  )
    return SEALED_BY_PGP;
  return null;
};

const nameFor = (part: MailPart): string => {
  const name = partName(part);
  if (name !== null) return name;
  return part.type.value === 'message/rfc822' || part.type.value === 'message/global' ? 'message.eml' : '';
};

const pathOf = (path: string, part: MailPart): string => {
  const name = nameFor(part);
  return pathInside(path, name === '' ? part.number : `${part.number}/${name}`);
};

/**
 * Reads an e-mail: its text with subject and header lines, then what is attached to it, in its order. Pictures shown between the
 * lines and what programs sign with are passed over; what is encrypted is refused by its number, the rest is kept.
 */
export async function* readMail(received: Received, work: FormatWork): AsyncGenerator<Piece> {
  const { path, source, steps, depth } = received;
  const whole = Buffer.from(await source.read(0, source.size));
  const bytes = messageIn(whole);
  const hash = sha256(whole);
  const { root, left } = splitMail(bytes);
  const { bodies, attached } = await readContent(bytes, root);
  const facts = readMailFacts(root.headers);
  const locked = bodies.filter(({ lines }) => lines.some(({ text }) => PGP_BODY.test(text)));
  const open = bodies.filter((body) => !locked.includes(body));
  const written = writeMail(facts, open);
  if (/\S/.test(written.text)) {
    const encoding = [...new Set(open.map((body) => body.encoding))].join(', ') || 'us-ascii';
    yield { kind: 'text', parts: { mediaType: 'message/rfc822', encoding, by: BY, ...written } };
  }
  for (const { part } of locked)
    yield { kind: 'refused', refusal: refuse.sealed(pathInside(path, part.number), SEALED_BY_PGP) };
  const message = facts.unseen.find(({ field }) => field === 'message')?.value;
  for (const part of attached) {
    const name = partName(part);
    const inner = pathOf(path, part);
    const lock = lockedAs(part, name);
    if (lock !== null) {
      yield { kind: 'refused', refusal: refuse.sealed(inner, lock) };
      continue;
    }
    const content = partBytes(bytes, part);
    if (PGP_BODY.test(Buffer.from(content.subarray(0, 200)).toString('latin1'))) {
      yield { kind: 'refused', refusal: refuse.sealed(inner, SEALED_BY_PGP) };
      continue;
    }
    // Undoing base64 makes bytes fewer, never more: what counts is how much comes out in all.
    work.budget.takeBytes(content.length);
    const what = `took ${name === null ? '' : `"${name}" as `}part ${part.number} out of the message${message === undefined ? '' : ` <${message}>`}`;
    yield {
      kind: 'inside',
      received: {
        path: inner,
        source: sourceOf(content),
        declared: part.type.value === '' ? null : part.type.value,
        known: [],
        steps: [...steps, { by: BY, what, of: hash }],
        depth: depth + 1,
      },
    };
  }
  if (left !== null) yield { kind: 'refused', refusal: refuse.tooManyParts(path, left) };
}
