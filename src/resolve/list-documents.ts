import {
  type Again,
  byText,
  type CaseDocument,
  changedAndAddress,
  type Disagreement,
  type Document,
  disagreementsOf,
  type Evidence,
  type Origin,
  type Reading,
  unreadOf,
} from '../model/index.ts';
import type { OriginPath } from './derive-origins.ts';
import { evidenceAt, inPlaceOrder, type Leaf } from './pile.ts';

/** What a document says its language is against what its words are in, which is what decides; none where its words tell nothing. */
const languages = ({ found }: Document, { language }: Reading): readonly Disagreement[] => {
  const stated = disagreementsOf([
    ...found,
    ...(language === null ? [] : [{ field: 'language', value: language, by: 'text', span: null } as const]),
  ]).filter(({ field }) => field === 'language');
  const isToldFirst = (value: string): number => (value === language ? 0 : 1);
  return stated.map(({ field, values }) => ({
    field,
    values: [...values].sort((a, b) => isToldFirst(a.value) - isToldFirst(b.value)),
  }));
};

/** A document as a case shows it, with what it rests on. */
export const caseDocument = (
  { document, reading }: Leaf,
  paths: readonly OriginPath[],
  again: readonly Again[],
): CaseDocument => {
  const values = {
    title: document.title,
    outlet: document.outlet,
    byline: document.byline,
    published: document.published,
    ...changedAndAddress(document),
  };
  const used = document.found.filter((one) =>
    Object.entries(values).some(([field, value]) => field === one.field && value === one.value),
  );
  const evidence = used.flatMap((one): readonly Evidence[] => {
    const told = one.span === null ? null : evidenceAt({ document, reading }, one.span);
    return told === null ? [] : [told];
  });
  return {
    id: document.id,
    path: document.path,
    paths: document.paths,
    sha256: document.sha256,
    mediaType: document.mediaType,
    language: reading.language,
    unread: unreadOf(reading),
    ...values,
    // The best way of finding comes first in `found`; a later entry must not overwrite it.
    found: Object.fromEntries(used.toReversed().map((one) => [one.field, one.by])),
    stated: [
      ...disagreementsOf(document.found.filter(({ field }) => field !== 'language')),
      ...languages(document, reading),
    ],
    origins: paths.map((path) => path.origin.id),
    chain: paths.map((path) => ({ origin: path.origin.id, links: path.links.map((link) => link.name) })),
    again,
    evidence: inPlaceOrder([...evidence, ...paths.flatMap((path) => path.evidence)]),
  };
};

/** That a document, or a passage of it, rests on an origin. */
export interface Rooted {
  readonly document: string;
  readonly path: OriginPath;
}

/** The origins with the documents that rest on them as a whole; an origin of single passages alone has none. */
export const gatherOrigins = (whole: readonly Rooted[], passages: readonly Rooted[]): readonly Origin[] => {
  const groups = new Map<string, { whole: Rooted[]; all: Rooted[] }>();
  const put = (rooted: Rooted, isWhole: boolean): void => {
    const known = groups.get(rooted.path.origin.id) ?? { whole: [], all: [] };
    known.all.push(rooted);
    if (isWhole) known.whole.push(rooted);
    groups.set(rooted.path.origin.id, known);
  };
  for (const rooted of whole) put(rooted, true);
  for (const rooted of passages) put(rooted, false);
  return [...groups.values()]
    .flatMap(({ whole: rooted, all }): readonly Origin[] => {
      const first = all[0];
      if (first === undefined) return [];
      return [
        {
          ...first.path.origin,
          documents: [...new Set(rooted.map((one) => one.document))].sort(byText),
          form: all.some(({ path }) => path.form === 'stated') ? 'stated' : 'implied',
          sourceReliability: null,
          reasons: [...new Set(all.map(({ path }) => path.reason))].sort(byText),
          evidence: inPlaceOrder(all.flatMap(({ path }) => path.evidence)),
        },
      ];
    })
    .sort((a, b) => byText(a.id, b.id));
};
