import type { Found } from '../model/index.ts';
import type { Line } from './lines.ts';
import { isOutletName } from './outlet-name.ts';
import { findStatedDates } from './stated-date.ts';

/** Longer lines are paragraphs of the report. */
const NOTE_CHARS = 400;

/** A name as it may stand after "Source:" and the like: no sentence, no second house, no "as reported by". */
export const isBareName = (value: string): boolean =>
  value.length <= 60 &&
  /^[\p{Lu}\p{N}]/u.test(value) &&
  !/[.!?;:]\s|;|\b(?:citing|reported|reports|according|via|with reference|and)\b/i.test(value) &&
  value.split(/\s+/).length <= 7;

/** "This story was first published by Grayling Weekly", "Republished from ... under a licence". */
const REPUBLISHED =
  /^(?:[Tt]his (?:article|story|report|piece|text) (?:was |has been |is )?)?(?:(?:[Ff]irst |[Oo]riginally )(?:published|appeared|ran)|[Rr]epublished|[Rr]eprinted|[Ss]yndicated)(?: here)?(?: (?:in|by|at|on|from|with (?:the )?permission (?:of|from)))? (?:the )?(?<name>\p{Lu}[\p{L}\p{N}'’&]*(?: (?:of |the )?\p{Lu}[\p{L}\p{N}'’&]*){0,5})(?:\.|,|$|\s+(?:on|under|with|and)\b)/u;
/** "Provided by Kelmar Wire": how portals sign what they take over. */
const PROVIDED = /^(?:provided|supplied) by (?<name>\p{Lu}.{2,50}?)\.?$/iu;
/** "This article was amended on 3 May 2031 to correct a name." */
const CHANGED =
  /^(?:[([*]\s*)?(?:(?:this|the) (?:article|story|report|piece|page|text|post|version)(?: (?:was|has been))?(?: last)? (?:updated|amended|corrected|modified|edited|revised)|(?:last )?(?:updated|amended|corrected|modified|revised))\b[^.\n]{0,20}?\bon\s/i;

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** When and whence a line of its own says the text was changed or taken. */
export const readNote = ({ text, start }: Line): readonly Found[] => {
  if (text.length > NOTE_CHARS) return [];
  const changed = CHANGED.exec(text)?.[0];
  const date = changed === undefined ? undefined : findStatedDates(text).find((one) => one.start - changed.length < 12);
  if (date !== undefined && date.start >= (changed?.length ?? 0))
    return [{ field: 'modified', value: date.edtf, by: 'text', span: [start + date.start, start + date.end] }];
  const taken = REPUBLISHED.exec(text)?.groups?.name ?? null;
  const provided = PROVIDED.exec(text)?.groups?.name ?? null;
  const name =
    taken !== null && isBareName(taken) && !CALENDAR.test(taken)
      ? taken
      : provided !== null && isOutletName(provided)
        ? provided
        : null;
  if (name === null) return [];
  const at = start + text.indexOf(name);
  return [{ field: 'syndicated', value: name, by: 'text', span: [at, at + name.length] }];
};
