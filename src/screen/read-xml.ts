import { Parser } from 'htmlparser2';
import { cutOff, malformed, tooLarge } from './list-errors.ts';

/** An element with all that is in it. Names without prefixes of name spaces. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The characters right in it, without those of its children. */
  readonly text: string;
}

/** An element that was asked for, with the line it ends on. */
export interface XmlRecord {
  readonly element: XmlElement;
  readonly line: number;
}

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
  readonly openedAt: number;
}

/** Elements of one record; the reference tables of OFAC's advanced format, the largest known, have some ten thousand. */
const MOST_ELEMENTS = 500_000;
/** Characters of one record. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads the elements of the given names out of an XML text, each with its content, never the whole text.
 *
 * The root is given first, without its content. Elements inside of one that was asked for are part of it.
 *
 * @throws BackchannelError `screen/malformed` where an element is closed by another's end, `screen/cut-off` where the text ends inside
 *   an element, `screen/record-too-large`.
 */
export async function* readXml(
  texts: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
  file: string,
): AsyncGenerator<XmlRecord> {
  const ready: XmlRecord[] = [];
  /** Elements that are open, outside of records by name alone. */
  const open: { readonly name: string; readonly openedAt: number }[] = [];
  const record: Growing[] = [];
  let [elements, characters, line, isOver] = [0, 0, 1, false];
  const check = (): void => {
    if (elements > MOST_ELEMENTS || characters > MOST_CHARACTERS)
      throw tooLarge(file, line, 'a record', `${MOST_ELEMENTS.toLocaleString('en')} elements and 64 MB`);
  };
  const parser = new Parser(
    {
      onopentag: (fullName, attributes) => {
        const name = local(fullName);
        if (open.length === 0 && ready.length === 0)
          ready.push({ element: { name, attributes, children: [], text: '' }, line });
        open.push({ name, openedAt: parser.endIndex });
        if (record.length === 0 && !wanted.has(name)) return;
        if (record.length === 0) [elements, characters] = [0, 0];
        elements++;
        check();
        record.push({ name, attributes, children: [], text: '', openedAt: parser.endIndex });
      },
      ontext: (text) => {
        const current = record.at(-1);
        if (current === undefined) return;
        characters += text.length;
        check();
        current.text += text;
      },
      onclosetag: (fullName, isImplied) => {
        const closed = open.pop();
        // An element that closes itself (`<a/>`) is told as implied too, at the place where it opened.
        if (isImplied && closed !== undefined && parser.endIndex !== closed.openedAt) {
          const found = isOver ? 'the end of the file' : 'the end of another element';
          throw (isOver ? cutOff : malformed)(file, line, `</${local(fullName)}>`, found);
        }
        const done = record.pop();
        if (done === undefined) return;
        const { name, attributes, children, text } = done;
        const element = { name, attributes, children, text: text.trim() };
        const parent = record.at(-1);
        if (parent === undefined) ready.push({ element, line });
        else parent.children.push(element);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  let hasRoot = false;
  for await (const text of texts) {
    // By line, so that a place can be named; a line is short in lists that are laid out, and harmless where it is not.
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf('\n', from);
      const to = end === -1 ? text.length : end + 1;
      parser.write(text.slice(from, to));
      if (end !== -1) line++;
      from = to;
    }
    if (ready.length === 0) continue;
    hasRoot = true;
    yield* ready.splice(0);
  }
  isOver = true;
  parser.end();
  if (!hasRoot && ready.length === 0) throw malformed(file, line, 'an XML element', 'none');
  yield* ready.splice(0);
}

/** The children of that name. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** The elements at the end of a path of names. */
export const elementsAt = (element: XmlElement, ...path: readonly string[]): readonly XmlElement[] => {
  let found: readonly XmlElement[] = [element];
  for (const name of path) found = found.flatMap((one) => childrenOf(one, name));
  return found;
};

/** The text at the end of a path; null when there is none. */
export const textAt = (element: XmlElement, ...path: readonly string[]): string | null => {
  const text = elementsAt(element, ...path)[0]?.text ?? '';
  return text === '' ? null : text;
};

/** The texts at the end of a path that are not empty. */
export const textsAt = (element: XmlElement, ...path: readonly string[]): readonly string[] =>
  elementsAt(element, ...path).flatMap(({ text }) => (text === '' ? [] : [text]));
