import { TextDecoder } from 'node:util';
import { Parser } from 'htmlparser2';
import { decodeText } from '../decode-text.ts';

/** What reads an XML text as it goes by. Names have the prefix of {@link XmlNames}, whatever prefix the file gives them. */
export interface XmlHandler {
  /** @param attribute The value of an attribute with its prefix (`w:val`), decoded; undefined when there is none. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text?(words: string): void;
}

/** The prefix that this project writes for a namespace, by its address. */
export type XmlNames = Readonly<Record<string, string>>;

/** No word processor nests half as deep. */
const MAX_DEPTH = 256;

/** Parts of office files are UTF-8; of other encodings the whole part is decoded at once. */
async function* lettersOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  const others: Uint8Array[] = [];
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) {
      isFirst = false;
      const head = new TextDecoder('latin1').decode(chunk.subarray(0, 200));
      const encoding = /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,30})/i.exec(head)?.[1] ?? 'utf-8';
      const isWide = chunk.length > 1 && (chunk[0] === 0 || chunk[1] === 0 || (chunk[0] ?? 0) >= 0xfe);
      if (!isWide && /^(?:utf-?8|us-ascii)$/i.test(encoding)) decoder = new TextDecoder('utf-8');
    }
    if (decoder === null) others.push(chunk);
    else yield decoder.decode(chunk, { stream: true });
  }
  yield decoder === null ? decodeText(Buffer.concat(others)).text : decoder.decode();
}

/**
 * Reads an XML text piece by piece, so that memory does not grow with it. Entities of its own are never expanded, nothing is
 * fetched, and where it is badly nested or cut off it is read as far as it goes. Namespaces count for the whole text.
 *
 * @returns Whether every element was closed where it should be.
 * @throws Error when it is nested beyond reason or defines entities.
 */
export const readXml = async (
  chunks: AsyncIterable<Uint8Array>,
  names: XmlNames,
  handler: XmlHandler,
): Promise<boolean> => {
  const prefixes = new Map<string, string>();
  let depth = 0;
  let isWhole = true;
  let isEnding = false;
  /** Where the tag stands that was opened last, with nothing after it yet: `<a/>` is closed there too. */
  let openedAt = -1;
  const named = (name: string): string => {
    const colon = name.indexOf(':');
    const prefix = prefixes.get(colon === -1 ? '' : name.slice(0, colon));
    if (prefix === undefined) return name;
    const local = name.slice(colon + 1);
    return prefix === '' ? local : `${prefix}:${local}`;
  };
  const declare = (attributes: Readonly<Record<string, string>>): void => {
    for (const [name, address] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = Object.hasOwn(names, address) ? names[address] : undefined;
      if (prefix !== undefined) prefixes.set(name.slice('xmlns:'.length), prefix);
    }
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > MAX_DEPTH) throw new Error(`it is nested deeper than ${MAX_DEPTH} levels`);
        openedAt = parser.startIndex;
        declare(attributes);
        handler.open(named(name), (wanted) => {
          if (Object.hasOwn(attributes, wanted)) return attributes[wanted];
          const own = Object.keys(attributes).find((key) => key.includes(':') && named(key) === wanted);
          return own === undefined ? undefined : attributes[own];
        });
      },
      onclosetag(name, isImplied) {
        depth--;
        if (isImplied && (isEnding || parser.startIndex !== openedAt)) isWhole = false;
        openedAt = -1;
        handler.close(named(name));
      },
      ontext(words) {
        handler.text?.(words);
      },
      onprocessinginstruction(_, data) {
        if (/<?!ENTITY/.test(data)) throw new Error('it defines entities of its own, which no such file needs');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for await (const letters of lettersOf(chunks)) parser.write(letters);
  isEnding = true;
  parser.end();
  return isWhole;
};
