import type { XmlNames } from '../xml-events.ts';

const WORDS = 'wordprocessingml/2006/main';

/** Prefixes of the namespaces of ECMA-376, in its transitional and its strict form. */
export const WORD_NAMES: XmlNames = {
  [`http://schemas.openxmlformats.org/${WORDS}`]: 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
};

/** Whether a switch like `w:vanish` is on: it is when it stands there without saying otherwise. */
export const isOn = (value: string | undefined): boolean => !/^(?:0|false|off)$/i.test(value ?? '');
