import { addressParser } from 'postal-mime';
import type { Found } from '../../../model/index.ts';
import { cleanAuthor } from '../../byline.ts';
import { isOutletName } from '../../outlet-name.ts';
import { edtfFromStamp } from '../../stated-date.ts';
import { type MailHeaders, plainValue } from './mail-headers.ts';

/** A person or list as a header names it. */
export interface Correspondent {
  readonly name: string;
  readonly address: string;
}

/** What the headers of a message say, ready to be shown. */
export interface MailFacts {
  readonly subject: string | null;
  readonly from: readonly Correspondent[];
  readonly to: readonly Correspondent[];
  readonly copy: readonly Correspondent[];
  /** As stated, with its time and zone. */
  readonly date: string | null;
  /** Facts that no line of the text shows. */
  readonly unseen: readonly Found[];
}

/** Threads of years refer to hundreds of messages; the last ones are what is answered. */
const MAX_REFERENCES = 100;

const fact = (field: Found['field'], value: string): Found => ({ field, value, by: 'mail-header', span: null });

const correspondents = (headers: MailHeaders, name: string): readonly Correspondent[] =>
  headers.all
    .filter((header) => header.name === name)
    .flatMap(({ value }) => addressParser(value, { flatten: true }))
    .map((one) => ({ name: plainValue(one.name), address: one.address ?? '' }))
    .filter(({ name, address }) => name !== '' || address !== '');

/** "Jane Doe <jane@quay.example>", as people write it. */
export const sayCorrespondent = ({ name, address }: Correspondent): string =>
  name === '' || name === address ? address : address === '' ? name : `${name} <${address}>`;

const idsIn = (value: string | null): readonly string[] => {
  const ids = (value ?? '').match(/<[^<>\s]{1,400}>/g)?.map((id) => id.slice(1, -1)) ?? [];
  return ids.length > 0 || value === null || !/^\S+@\S+$/.test(value) ? ids : [value];
};

/** The calendar day of a date header as stated, in its own zone. Years of two digits are those of RFC 5322, 4.3. */
export const dayOf = (date: string): string | null => {
  const full = date.replace(
    /^(\s*(?:\p{L}{2,9}\.?,?\s+)?\d{1,2}\s+\p{L}{3}\p{L}*\s+)(\d{2})(?=\s)/u,
    (_, before: string, year: string) => `${before}${Number(year) < 50 ? '20' : '19'}${year}`,
  );
  return edtfFromStamp(full);
};

const DAY_MS = 86_400_000;

/** Dates of the servers on the way that are more than a day from the sender's own: both are kept. */
const otherDates = (headers: MailHeaders, own: string | null): readonly string[] => {
  const received = headers.all.filter(({ name }) => name === 'received');
  const days = received.flatMap(({ value }) => dayOf(value.slice(value.lastIndexOf(';') + 1)) ?? []);
  // The server nearest to the sender wrote the last of them.
  const first = days.at(-1);
  if (first === undefined) return [];
  return own === null || Math.abs(Date.parse(first) - Date.parse(own)) > DAY_MS ? [first] : [];
};

/** The name that a list gives itself, when it is sent out and not written to: a newsletter. */
const newsletterOf = (headers: MailHeaders, from: readonly Correspondent[]): string | null => {
  const list = /^\s*"?([^"<]{2,80}?)"?\s*<[^<>]*>/.exec(plainValue(headers.first('list-id') ?? ''))?.[1] ?? null;
  const post = headers.first('list-post');
  const isDiscussion = post !== null && !/^\s*no\b/i.test(post);
  if (list !== null && !isDiscussion && !/^[\da-f]{8,}/i.test(list) && /\p{L}{3}/u.test(list)) return list;
  const sender = from[0]?.name ?? '';
  return headers.first('list-unsubscribe') !== null && isOutletName(sender) ? sender : null;
};

/** What the headers of a message say of it. */
export const readMailFacts = (headers: MailHeaders): MailFacts => {
  const from = correspondents(headers, 'from');
  const date = headers.first('date');
  const stated = date === null ? null : plainValue(date);
  const day = stated === null ? null : dayOf(stated);
  const language = headers.first('content-language')?.split(',', 1)[0]?.trim() ?? '';
  const archived = /<?(https?:\/\/[^\s<>]+)>?/i.exec(headers.first('archived-at') ?? '')?.[1] ?? null;
  const answered = [
    ...new Set([...idsIn(headers.first('in-reply-to')), ...idsIn(headers.first('references')).slice(-MAX_REFERENCES)]),
  ];
  const outlet = newsletterOf(headers, from);
  const subject = plainValue(headers.first('subject') ?? '');
  const unseen: Found[] = [
    ...(day === null ? [] : [fact('published', day)]),
    ...otherDates(headers, day).map((other) => fact('published', other)),
    ...from
      .slice(0, 1)
      .flatMap(({ name }) => cleanAuthor(name) ?? [])
      .filter((name) => name !== outlet)
      .map((name) => fact('byline', name)),
    ...from.map((one) => fact('sender', sayCorrespondent(one))),
    ...(outlet === null ? [] : [fact('outlet', outlet)]),
    ...(archived === null ? [] : [fact('url', archived)]),
    ...(/^[a-z]{2,3}(?:-\w+)*$/i.test(language) ? [fact('language', language)] : []),
    ...idsIn(headers.first('message-id'))
      .slice(0, 1)
      .map((id) => fact('message', id)),
    ...answered.map((id) => fact('answers', id)),
  ];
  return {
    subject: subject === '' ? null : subject,
    from,
    to: correspondents(headers, 'to'),
    copy: correspondents(headers, 'cc'),
    date: stated === '' ? null : stated,
    unseen,
  };
};
