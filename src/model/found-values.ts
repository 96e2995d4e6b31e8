import { z } from 'zod';
import { type Document, Found, FoundBy } from './document.ts';
import type { Edtf } from './span.ts';

type Field = Found['field'];

const RANK: ReadonlyMap<FoundBy, number> = new Map(FoundBy.options.map((by, i) => [by, i]));

const rankOf = ({ by }: Found): number => RANK.get(by) ?? RANK.size;

/** The fact of the best kind of source; of those that are equally good the first. Null where there is none. */
export const bestFound = (found: readonly Found[], field: Field): Found | null =>
  found
    .filter((fact) => fact.field === field)
    .reduce<Found | null>((a, b) => (a !== null && rankOf(a) <= rankOf(b) ? a : b), null);

/** The best date; where it is a year or month, a day in it that another place states is the same date, told better. */
export const bestDate = (found: readonly Found[], field: 'published' | 'modified'): Edtf | null => {
  const date = bestFound(found, field)?.value ?? null;
  const sharper = found.find((fact) => fact.field === field && date !== null && fact.value.startsWith(`${date}-`));
  return sharper?.value ?? date;
};

/** When a document was changed last, and its canonical address, as far as it says. */
export const changedAndAddress = ({
  found,
}: Pick<Document, 'found'>): { readonly modified: Edtf | null; readonly url: string | null } => ({
  modified: bestDate(found, 'modified'),
  url: bestFound(found, 'url')?.value ?? null,
});

/** A field of which a document says different things, with how each was found. */
export const Disagreement = z
  .object({
    field: Found.unwrap().shape.field,
    values: z
      .array(
        z
          .object({ value: z.string(), by: z.array(FoundBy).readonly().describe('Each way once, the best first') })
          .readonly(),
      )
      .readonly()
      .describe('At least two; the one that is taken first, then by how well each was found'),
  })
  .readonly();
export type Disagreement = z.infer<typeof Disagreement>;

/** Fields that hold one thing of a document; of the others several values are no disagreement. */
const SINGLE: readonly Field[] = ['title', 'outlet', 'byline', 'published', 'modified', 'url', 'language'];

const letters = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Primary tags that stand for one language, or for one that detection cannot tell from the other (IANA's registry of subtags). */
const SAME_LANGUAGE: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', iw: 'he', in: 'id', ji: 'yi', fil: 'tl' };

const primary = (tag: string): string => {
  const [first = ''] = tag.toLowerCase().split('-');
  return SAME_LANGUAGE[first] ?? first;
};

/** What two values must share to say the same: spelling and how exact they are make no disagreement. */
const isSame = (field: Field, a: string, b: string): boolean => {
  if (field === 'published' || field === 'modified') return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
  if (field === 'language') return primary(a) === primary(b);
  if (field === 'url') {
    const bare = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?|[#?].*$/gi, '').replace(/\/+$/, '');
    return bare(a) === bare(b);
  }
  const [x, y] = [letters(a), letters(b)];
  // "Kelmar Times" and "The Kelmar Times"; a headline and the same with the outlet behind it.
  return (
    x === y ||
    (x !== '' &&
      y !== '' &&
      field !== 'byline' &&
      (x.endsWith(y) || y.endsWith(x) || x.startsWith(y) || y.startsWith(x)))
  );
};

/**
 * Where what a document says of itself disagrees: all values of such fields, each with how it was found. Which one is taken is
 * settled elsewhere; none is lost.
 */
export const disagreementsOf = (found: readonly Found[]): readonly Disagreement[] =>
  SINGLE.flatMap((field): readonly Disagreement[] => {
    const facts = found.filter((fact) => fact.field === field).sort((a, b) => rankOf(a) - rankOf(b));
    const groups: { value: string; readonly by: FoundBy[] }[] = [];
    for (const { value, by } of facts) {
      const known = groups.find((group) => isSame(field, group.value, value));
      if (known === undefined) groups.push({ value, by: [by] });
      else {
        if (!known.by.includes(by)) known.by.push(by);
        // The day in a month that another place states is the same date, told better.
        if (value.startsWith(`${known.value}-`) && field !== 'language') known.value = value;
      }
    }
    return groups.length < 2 ? [] : [{ field, values: groups }];
  });
