import { z } from 'zod';

const Ids = z.array(z.string()).readonly();

/** What can be told of a case that goes on. */
export const NoticeKind = z.enum([
  'document',
  'edited',
  'finding',
  'origin',
  'denial',
  'standing',
  'contradiction',
  'sanction',
  'waiver',
  'deal',
  'withdrawn',
  'removed',
  'silent',
  'back',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/**
 * Something that has become otherwise in a case or in what it is fed from, told once.
 *
 * `document`: a document that the case did not have; `edited`: another text at the same address or path; `finding`: a new finding;
 * `origin`: a finding has one more independent origin; `denial`: somebody denies it now; `standing`: any other change of how it
 * stands; `contradiction`, `sanction`, `waiver`: a new one; `deal`: a new one or another stage; `withdrawn`: a page is gone;
 * `removed`: a file is gone; `silent`, `back`: nothing can be had of a source any more, or again.
 */
export const Notice = z
  .object({
    id: z.string().describe('Made from content: the same change has the same id, whoever notices it how often'),
    at: z.iso.datetime().describe('When it was noticed, UTC'),
    kind: NoticeKind,
    text: z.string().describe('One sentence in plain words'),
    source: z.string().nullable().describe('What is watched, where it is about that; else null'),
    place: z.string().nullable().describe('The address or path that it is about'),
    list: z.string().nullable().describe('The list of the case that `item` is in'),
    item: z.string().nullable().describe('Id of the item that it is about, as it was then'),
    from: z.string().nullable().describe('What stood there before: a standing, a stage, the id of a document'),
    to: z.string().nullable(),
    documents: Ids.describe('Of what is new in it; where it is about one, that'),
    origins: z.array(z.string()).readonly().describe('Names of the known origins of the item'),
  })
  .readonly();
export type Notice = z.infer<typeof Notice>;
