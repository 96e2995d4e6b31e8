import { decodeDeclared } from '../../decode-declared.ts';
import { htmlLines } from './html-body.ts';
import type { MailLine } from './mail-lines.ts';
import type { MailPart } from './mail-parts.ts';
import { plainLines, unfoldFlowed } from './plain-body.ts';
import { undoTransfer } from './transfer.ts';

/** A part of a message that a mail program shows as its text. */
export interface MailBody {
  readonly part: MailPart;
  readonly encoding: string;
  readonly lines: readonly MailLine[];
}

/** What there is in a message: its text, and what is attached to it. */
export interface MailContent {
  readonly bodies: readonly MailBody[];
  readonly attached: readonly MailPart[];
}

/** A plain part that says less than this of a far longer page says only that there is one ("Your program does not show HTML"). */
const STUB_LETTERS = 600;
const STUB_SHARE = 0.25;

/** What programs add for each other, and no person reads. */
const FOR_MACHINES =
  /^(?:application\/(?:pgp-signature|pgp-keys|pkcs7-signature|x-pkcs7-signature|pgp-encrypted)|text\/(?:rfc822-headers|x-amp-html|x-watch-html)|message\/(?:delivery-status|disposition-notification))$/;

export const partBytes = (bytes: Buffer, part: MailPart): Uint8Array =>
  undoTransfer(bytes.subarray(part.start, part.end), part.headers.first('content-transfer-encoding'));

/** The name of an attached file as stated; null without one. */
export const partName = ({ type, disposition }: MailPart): string | null => {
  const name = disposition.params.get('filename') ?? type.params.get('name') ?? '';
  return name.trim() === '' ? null : name;
};

const isText = (part: MailPart): boolean =>
  (part.type.value === 'text/plain' || part.type.value === 'text/html' || part.type.value === '') &&
  part.disposition.value !== 'attachment' &&
  partName(part) === null;

/** Pictures that a page shows between its lines: logos, signs, counting dots. */
const isShown = (part: MailPart): boolean =>
  /^image\//.test(part.type.value) &&
  part.disposition.value !== 'attachment' &&
  (part.headers.first('content-id') !== null || part.disposition.value === 'inline');

const readBody = async (bytes: Buffer, part: MailPart): Promise<MailBody> => {
  const { type } = part;
  const { text, encoding } = decodeDeclared(partBytes(bytes, part), type.params.get('charset') ?? null);
  if (type.value === 'text/html') return { part, encoding, lines: await htmlLines(text) };
  const isFlowed = /^flowed$/i.test(type.params.get('format') ?? '');
  const plain = isFlowed ? unfoldFlowed(text, /^yes$/i.test(type.params.get('delsp') ?? '')) : text;
  return { part, encoding, lines: plainLines(plain) };
};

const lettersIn = ({ lines }: MailBody): number =>
  lines.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);

/** The parts to show and those attached, in their order; of the same text in several ways the plain one and the page. */
const sortParts = (
  root: MailPart,
): { readonly shown: readonly (readonly MailPart[])[]; readonly attached: readonly MailPart[] } => {
  const shown: (readonly MailPart[])[] = [];
  const attached: MailPart[] = [];
  const pending: { readonly part: MailPart; readonly isInChoice: boolean }[] = [{ part: root, isInChoice: false }];
  // Ways of the same text that stand in one choice are gathered under the choice's number.
  const choices = new Map<MailPart, MailPart[]>();
  const owners = new Map<MailPart, MailPart>();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { part, isInChoice } = next;
    const owner = owners.get(part);
    if (part.type.value.startsWith('multipart/')) {
      const isChoice = part.type.value === 'multipart/alternative';
      const choice = owner ?? (isChoice ? part : undefined);
      if (isChoice && owner === undefined) {
        const ways: MailPart[] = [];
        choices.set(part, ways);
        shown.push(ways);
      }
      for (const child of [...part.children].reverse()) {
        if (choice !== undefined) owners.set(child, choice);
        pending.push({ part: child, isInChoice: choice !== undefined });
      }
      continue;
    }
    if (FOR_MACHINES.test(part.type.value) || isShown(part)) continue;
    if (isText(part)) {
      const ways = owner === undefined ? undefined : choices.get(owner);
      if (ways) ways.push(part);
      else shown.push([part]);
    } else if (!(isInChoice && /^text\//.test(part.type.value) && part.disposition.value !== 'attachment'))
      attached.push(part);
  }
  return { shown, attached };
};

/** Of the ways in which a text stands in a message the plain one, unless it is empty or a stub beside a page. */
const chooseBody = async (bytes: Buffer, ways: readonly MailPart[]): Promise<readonly MailBody[]> => {
  const plain = ways.filter(({ type }) => type.value !== 'text/html');
  const pages = ways.filter(({ type }) => type.value === 'text/html');
  const told = await Promise.all(plain.map((part) => readBody(bytes, part)));
  if (pages.length === 0) return told;
  const letters = told.reduce((sum, body) => sum + lettersIn(body), 0);
  if (letters >= STUB_LETTERS) return told;
  const shown = await Promise.all(pages.map((part) => readBody(bytes, part)));
  const others = shown.reduce((sum, body) => sum + lettersIn(body), 0);
  return letters === 0 || letters < others * STUB_SHARE ? shown : told;
};

/** What there is in a message: the text that a mail program would show, and what is attached. */
export const readContent = async (bytes: Buffer, root: MailPart): Promise<MailContent> => {
  const { shown, attached } = sortParts(root);
  const bodies: MailBody[] = [];
  for (const ways of shown) bodies.push(...(await chooseBody(bytes, ways)));
  return { bodies, attached };
};
