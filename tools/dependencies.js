// What is installed with Greffier: `node tools/dependencies.js [FOLDER]` reads package-lock.json and node_modules of a
// folder (default: this repository) and reports on the production tree: packages, size, licences, deprecations, install
// scripts. Exit code 1 where a package has a licence that an MIT program may not carry, runs an install script or is
// deprecated, unless tools/dependencies.json says why that is well. Nothing is downloaded.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tools = dirname(fileURLToPath(import.meta.url));

/** The packages that production needs, by their place in the lock, each with the names that lead to it. */
function productionTree(packages) {
  const brought = new Map([['', []]]);
  const queue = [''];
  for (const place of queue) {
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = packages[place];
    const optionalPeers = Object.keys(peerDependenciesMeta ?? {});
    const peers = Object.keys(peerDependencies ?? {}).filter((name) => !optionalPeers.includes(name));
    for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
      const found = resolved(packages, place, name);
      if (found === undefined || brought.has(found)) continue;
      brought.set(found, [...brought.get(place), name]);
      queue.push(found);
    }
  }
  brought.delete('');
  return brought;
}

/** As Node looks a package up: in the folder of who asks, then in each folder above. */
function resolved(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return undefined;
  }
}

/** Whether an SPDX expression leaves us a licence of the list: one side of OR, both sides of AND. */
function isAllowed(expression, licences) {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const primary = () => {
    if (words[at] === '(') {
      at += 1;
      const inner = either();
      at += 1;
      return inner;
    }
    const allowed = licences.includes(words[at]);
    at += 1;
    if (words[at] !== 'WITH') return allowed;
    at += 2; // An exception only ever permits more.
    return allowed;
  };
  const both = () => {
    let allowed = primary();
    while (words[at] === 'AND') {
      at += 1;
      allowed = primary() && allowed;
    }
    return allowed;
  };
  const either = () => {
    let allowed = both();
    while (words[at] === 'OR') {
      at += 1;
      allowed = both() || allowed;
    }
    return allowed;
  };
  return either() && at === words.length;
}

/** What keeps a package out, as sentences with the remedy. */
function problemsOf({ name, entry, path }, known) {
  const brought = path.length > 1 ? `brought by ${path.join(' > ')}` : 'a dependency of ours';
  const say = (what, key) =>
    `${name}@${entry.version} (${brought}): ${what}; do without it, or say in tools/dependencies.json, "${key}", why it may stay`;
  return [
    entry.license === undefined && !(name in known.withoutLicence) && say('names no licence', 'withoutLicence'),
    entry.license !== undefined &&
      !isAllowed(entry.license, known.licences) &&
      say(`is under ${entry.license}`, 'licences'),
    entry.hasInstallScript === true &&
      !(name in known.installScripts) &&
      say('has an install script', 'installScripts'),
    entry.deprecated !== undefined &&
      !(name in known.deprecated) &&
      say(`is deprecated: ${entry.deprecated}`, 'deprecated'),
  ].filter((problem) => problem !== false);
}

/** Bytes of a package as installed, without the packages inside it; 0 where it is not (another system's, say). */
function sizeOf(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + sizeOf(path);
    return entry.isFile() ? sum + statSync(path).size : sum;
  }, 0);
}

function counted(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`);
}

const root = process.argv[2] ?? join(tools, '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const known = JSON.parse(readFileSync(join(tools, 'dependencies.json'), 'utf8'));
const found = [...productionTree(packages)].map(([place, path]) => ({
  name: path.at(-1),
  entry: packages[place],
  path,
  size: sizeOf(join(root, place)),
}));
const megabytes = found.reduce((sum, { size }) => sum + size, 0) / 1e6;
const largest = found.toSorted((a, b) => b.size - a.size).slice(0, 5);
const problems = found.flatMap((one) => problemsOf(one, known));
const told = (isMeant, key) =>
  found
    .filter(({ entry }) => isMeant(entry))
    .map(({ name }) => `${name} (${known[key][name] ?? 'new'})`)
    .join('; ') || 'none';
const lines = [
  `${found.length} packages, ${megabytes.toFixed(1)} MB installed`,
  `largest: ${largest.map(({ name, size }) => `${name} ${(size / 1e6).toFixed(1)} MB`).join(', ')}`,
  `licences: ${counted(found.map(({ entry }) => entry.license ?? 'none named')).join(', ')}`,
  `deprecated: ${told(({ deprecated }) => deprecated !== undefined, 'deprecated')}`,
  `install scripts: ${told(({ hasInstallScript }) => hasInstallScript === true, 'installScripts')}`,
];
process.stdout.write(lines.map((line) => `${line}\n`).join(''));
process.stderr.write(problems.map((problem) => `error: ${problem}\n`).join(''));
process.exitCode = problems.length > 0 ? 1 : 0;
