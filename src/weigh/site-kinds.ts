/** Kinds of buildings and craft that are never one; a restaurant, a hall or an office may be in any of them. */
const KINDS: Readonly<Record<string, RegExp>> = {
  lodging: /\b(?:hotels?|inn|motel|guest ?house|hostel)\b/i,
  home: /\b(?:villa|dacha|mansion|country house|farmhouse|private house|apartment|flat|cottage)\b/i,
  holy: /\b(?:monastery|abbey|convent|church|cathedral|chapel|mosque|synagogue|temple)\b/i,
  mission: /\b(?:embassy|consulate|high commission)\b/i,
  air: /\b(?:airport|airfield|airstrip|aerodrome)\b/i,
  water: /\b(?:yacht|boat|ferry|ship|vessel|aboard)\b/i,
};

/** What kind of site words tell of: "a villa by the lake"; null where they tell of none, or of two. */
export const siteKindOf = (words: string): string | null => {
  const found = Object.entries(KINDS).filter(([, pattern]) => pattern.test(words));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
};
