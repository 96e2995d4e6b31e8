// Checks that every room imports only the rooms it may, through their index.ts, and that no files import each other in a
// circle. Type-only and dynamic imports count as well. Tests are left out: they may look where they like.
// Usage: node scripts/check-rooms.mjs [FOLDER]   (default: ../src)
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(process.argv[2] ?? fileURLToPath(new URL('../src', import.meta.url)));

/** Files right in `src`: where the rooms are joined. */
const JOINING = 'the joining files';
const ENGINE = ['model', 'text', 'acquire', 'read', 'resolve', 'weigh', 'ledgers', 'screen', 'store', 'publish'];

/** What each room may import besides itself. */
const MAY_IMPORT = {
  model: [],
  text: ['model'],
  acquire: ['model', 'text'],
  read: ['model', 'text'],
  resolve: ['model', 'text'],
  weigh: ['model', 'text', 'resolve'],
  ledgers: ['model', 'text', 'resolve', 'weigh'],
  screen: ['model', 'text'],
  store: ['model'],
  publish: ['model', 'text', 'ledgers', 'weigh'],
  serve: ['model', 'ledgers', 'weigh', 'publish', JOINING],
  cli: [...ENGINE, 'serve', JOINING],
  [JOINING]: ENGINE,
};

const slashes = (path) => path.split(sep).join('/');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.[mc]?[tj]sx?$/.test(entry.name) && !/\.test\.[mc]?[tj]sx?$/.test(entry.name))
  .map((entry) => slashes(relative(root, join(entry.parentPath, entry.name))))
  .sort();
const known = new Set(files);

/** Code without comments, so that an import in a comment is none. Strings stay, since they hold what is imported. */
const withoutComments = (code) =>
  code.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/[^\n]*/g,
    (_, string) => string ?? '',
  );

const IMPORTS = [
  /(?:^|[\n;}])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /(?:^|[\n;}])\s*import\s*['"]([^'"]+)['"]/g,
  /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g,
];

const importsOf = (file) => {
  const code = withoutComments(readFileSync(join(root, file), 'utf8'));
  return [...new Set(IMPORTS.flatMap((form) => [...code.matchAll(form)].map((match) => match[1])))];
};

const roomOf = (file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : JOINING);

const broken = [];
const graph = new Map();
for (const file of files) {
  const room = roomOf(file);
  const targets = [];
  graph.set(file, targets);
  if (!(room in MAY_IMPORT)) {
    broken.push(`${file}: there is no room "${room}"`);
    continue;
  }
  for (const specifier of importsOf(file)) {
    if (!specifier.startsWith('.')) continue;
    const target = slashes(relative(root, resolve(root, dirname(file), specifier)));
    if (target.startsWith('../')) {
      broken.push(`${file} imports ${specifier}, which is outside of src`);
      continue;
    }
    if (!known.has(target)) {
      broken.push(`${file} imports ${specifier}, which is no file of src`);
      continue;
    }
    targets.push(target);
    const other = roomOf(target);
    if (other === room) continue;
    if (!MAY_IMPORT[room].includes(other)) {
      const may = MAY_IMPORT[room].join(', ') || 'nothing';
      broken.push(`${file} imports ${target}: ${room} may import ${may}, not ${other}`);
    } else if (other !== JOINING && target !== `${other}/index.ts`) {
      broken.push(`${file} imports ${target}: another room is imported through ${other}/index.ts only`);
    }
  }
}

/** The first way back from a file to itself that a walk in order finds; each circle is told once. */
const findCircles = () => {
  const state = new Map();
  const circles = [];
  for (const start of files) {
    if (state.has(start)) continue;
    const path = [{ file: start, next: 0 }];
    state.set(start, 'open');
    while (path.length > 0) {
      const step = path[path.length - 1];
      const target = graph.get(step.file)[step.next++];
      if (target === undefined) {
        state.set(step.file, 'done');
        path.pop();
      } else if (!state.has(target)) {
        state.set(target, 'open');
        path.push({ file: target, next: 0 });
      } else if (state.get(target) === 'open') {
        const from = path.findIndex((one) => one.file === target);
        circles.push([...path.slice(from).map((one) => one.file), target]);
      }
    }
  }
  return circles;
};
for (const circle of findCircles()) broken.push(`files import each other in a circle: ${circle.join(' → ')}`);

for (const line of broken) console.error(line);
if (broken.length > 0) {
  console.error(`${broken.length} ${broken.length === 1 ? 'import breaks' : 'imports break'} the rules of the rooms`);
  process.exitCode = 1;
} else {
  console.log(`${files.length} files in ${new Set(files.map(roomOf)).size} rooms: every import is allowed, no circles`);
}
