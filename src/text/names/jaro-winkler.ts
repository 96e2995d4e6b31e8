/**
 * How alike two strings are, 0 to 1, with a bonus for a shared beginning of up to four letters (scaling 0.1).
 *
 * @see W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model", 1990.
 */
export const jaroWinkler = (a: string, b: string): number => {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const matchedA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - window); j < Math.min(b.length, i + window + 1); j++) {
      if (taken[j] !== true && a[i] === b[j]) {
        taken[j] = true;
        matchedA.push(b[j] ?? '');
        break;
      }
    }
  }
  const matches = matchedA.length;
  if (matches === 0) return 0;
  const matchedB = [...b].filter((_, j) => taken[j] === true);
  const moved = matchedA.filter((letter, i) => letter !== matchedB[i]).length / 2;
  const jaro = (matches / a.length + matches / b.length + (matches - moved) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
};
