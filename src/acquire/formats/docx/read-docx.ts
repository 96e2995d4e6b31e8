import { BackchannelError } from '../../../model/index.ts';
import type { Received } from '../../received.ts';
import { changesInWords } from '../changes-in-words.ts';
import { type PlacedBlock, partsOfFlow, withoutCopies } from '../flow.ts';
import type { FormatWork, Piece } from '../format.ts';
import { type OfficePackage, openPackage, resolvePart } from '../office-package.ts';
import { readProperties } from '../office-properties.ts';
import { WORD_NAMES } from './names.ts';
import { openListSigns } from './numbering.ts';
import { type Changes, type StoryContext, storyHandler } from './story.ts';
import { readStyles } from './styles.ts';

const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Relation {
  /** The last word of its type's address: `footnotes`, `header`. */
  readonly type: string;
  readonly part: string;
}

const readRelations = async (pack: OfficePackage, part: string): Promise<readonly Relation[]> => {
  const relations: Relation[] = [];
  const at = part.lastIndexOf('/') + 1;
  await pack.readXml(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`, WORD_NAMES, {
    open(name, attribute) {
      const target = attribute('Target');
      // What stands outside of the file is never fetched.
      if (name !== 'Relationship' || target === undefined || attribute('TargetMode') === 'External') return;
      const type = attribute('Type') ?? '';
      relations.push({ type: type.slice(type.lastIndexOf('/') + 1), part: resolvePart(part, target) });
    },
    close: () => undefined,
  });
  return relations;
};

const mainPart = (pack: OfficePackage, relations: readonly Relation[]): string => {
  const named = relations.find(({ type }) => type === 'officeDocument')?.part;
  const part = [named, 'word/document.xml'].find((name) => name !== undefined && pack.has(name));
  if (part !== undefined && !/^(?:xl|ppt)\//i.test(part)) return part;
  throw new BackchannelError(
    'acquire/broken',
    `Expected a Word document, found a file that holds ${part === undefined ? 'no text of one' : `"${part}"`}.`,
    { next: 'Open it in the program that it is from and save it anew.' },
  );
};

/**
 * Reads a Word document (ECMA-376): the body, then footnotes and endnotes, comments with who wrote them, and what stands at the
 * head and foot of pages. The text is the one that stands: insertions in, deletions out.
 */
export async function* readDocx(received: Received, work: FormatWork): AsyncGenerator<Piece> {
  const pack = await openPackage(received, work, 'a Word document');
  const outer = await readRelations(pack, '');
  const main = mainPart(pack, outer);
  const relations = await readRelations(pack, main);
  const partOf = (type: string): string => relations.find((one) => one.type === type)?.part ?? '';
  const changes: Changes = { authors: new Set(), insertions: 0, deletions: 0, hidden: 0 };
  const comments: string[] = [];
  const body: StoryContext = {
    style: await readStyles(pack, partOf('styles')),
    signs: await openListSigns(pack, partOf('numbering')),
    changes,
    section: null,
    kind: null,
    limit: work.limitBytes,
    onComment: (author) => comments.push(author),
  };
  let isWhole = true;
  const read = async (part: string, kind: StoryContext['kind']): Promise<readonly PlacedBlock[]> => {
    const section = kind === null ? null : part.slice(part.lastIndexOf('/') + 1).replace(/\.xml$/i, '');
    const { handler, flow } = storyHandler({ ...body, section, kind });
    isWhole = (await pack.readXml(part, WORD_NAMES, handler)) && isWhole;
    return flow.blocks;
  };
  const blocks = [...(await read(main, null))];
  for (const type of ['footnotes', 'endnotes', 'comments']) blocks.push(...(await read(partOf(type), 'note')));
  const heads: PlacedBlock[] = [];
  for (const { type, part } of relations)
    if (type === 'header' || type === 'footer') heads.push(...(await read(part, 'running-head')));
  const { found, noticed } = await readProperties(
    pack,
    outer.find(({ type }) => type === 'core-properties')?.part ?? 'docProps/core.xml',
  );
  yield {
    kind: 'text',
    parts: partsOfFlow([...blocks, ...withoutCopies(heads)], {
      mediaType: MAIN_TYPE,
      encoding: 'utf-8',
      by: 'htmlparser2 10.1.0',
      found,
      noticed: [...changesInWords({ ...changes, commenters: comments, isWhole }), ...noticed],
    }),
  };
}
