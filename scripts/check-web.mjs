// Checks that the desk's page keeps to its place: it takes nothing but types from src, and those from `model` and `serve` through
// their index.ts (all else comes over HTTP); in web, core imports neither components nor views, components no views, and no view
// another one.
// Usage: node scripts/check-web.mjs [FOLDER]   (default: ../web)
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(process.argv[2] ?? fileURLToPath(new URL('../web', import.meta.url)));
const slashes = (path) => path.split(sep).join('/');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => slashes(relative(root, join(entry.parentPath, entry.name))))
  .sort();

/** The part of the page that a file belongs to; each folder of views is one of its own. */
const partOf = (file) => {
  const [first, second] = file.split('/');
  return second === undefined ? 'the page' : first === 'views' ? `views/${second}` : first;
};

const MAY_IMPORT = {
  core: ['core'],
  components: ['core', 'components'],
};

const mayImport = (part, other) =>
  part === 'the page' || part === other || (MAY_IMPORT[part] ?? ['core', 'components']).includes(other);

const IMPORT =
  /(?:^|[\n;}])\s*(import|export)\b(\s+type\b)?([^'"`;]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/g;

const broken = [];
for (const file of files) {
  const part = partOf(file);
  const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/[^\n]*/g, '');
  for (const [, , type, , fromStatic, fromDynamic] of code.matchAll(IMPORT)) {
    const specifier = fromStatic ?? fromDynamic;
    if (!specifier.startsWith('.')) continue;
    const target = slashes(relative(root, resolve(root, dirname(file), specifier)));
    if (!target.startsWith('../')) {
      if (!mayImport(part, partOf(target)))
        broken.push(`${file} imports ${target}: ${part} may not import ${partOf(target)}`);
      continue;
    }
    if (type === undefined) broken.push(`${file} imports ${target}: the page takes nothing but types from there`);
    if (!/^\.\.\/src\/(?:model|serve)\/index\.ts$/.test(target) && type !== undefined)
      broken.push(`${file} imports ${target}: types come from src/model/index.ts or src/serve/index.ts`);
  }
}

// A sheet stays once its view was looked at: all that it says must be said of that view alone.
const sheets = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
  .map((entry) => slashes(relative(root, join(entry.parentPath, entry.name))))
  .filter((file) => file.startsWith('views/'));
for (const file of sheets) {
  const view = file.split('/')[1];
  const css = readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .trim();
  let depth = 0;
  const outer = [...css].filter((letter) => {
    if (letter === '{') depth++;
    if (letter === '}') depth--;
    return letter === '}' && depth === 0;
  }).length;
  if (!css.startsWith(`:where(.view[data-view="${view}"]) {`) || outer !== 1)
    broken.push(`${file}: expected all of it within :where(.view[data-view="${view}"])`);
}

for (const line of broken) console.error(line);
if (broken.length > 0) {
  console.error(`${broken.length} ${broken.length === 1 ? 'import breaks' : 'imports break'} the rules of the page`);
  process.exitCode = 1;
} else {
  console.log(`${files.length} files of the page: every import is allowed`);
}
