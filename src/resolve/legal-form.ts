import { LEGAL_FORMS, nameTokens } from '../text/index.ts';

/** Whether a name ends with a legal form, in capitals as nobody's surname is written: "Halden SpA", "Halden Ltd". */
export const endsWithLegalForm = (name: string): boolean => {
  const last = name.split(/\s+/).slice(1).at(-1) ?? '';
  return (
    LEGAL_FORMS.has(nameTokens(last).join('')) &&
    /^(?:\p{Lu}{2,5}|\p{Lu}\p{L}*\p{Lu}|Ltd|Inc|Corp|LLC|plc)\.?$/u.test(last)
  );
};
