import { readFileSync } from 'node:fs';

let known: string | null = null;

/** The version of this program, as its package says. */
export const programVersion = (): string => {
  if (known !== null) return known;
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  known = version;
  return version;
};
