import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as recheck from 'recheck';
import { parseAst } from 'vitest/node';

/** A regular expression of the program, and where it is written: `src/language/tokens.ts:18`. */
export interface Found {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every TypeScript file of `src/`, by its path from the root. */
export function sourceFiles(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .toSorted();
}

/** The literals of a TypeScript file, and the places where it composes a regular expression. */
export function expressionsIn(file: string, text: string): { literals: Found[]; composed: string[] } {
  const literals: Found[] = [];
  const composed: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(visit);
    const { type, start, regex, callee } = node as Readonly<Record<string, unknown>>;
    const place = `${file}:${text.slice(0, Number(start)).split('\n').length}`;
    if (type === 'Literal' && regex !== undefined) {
      const { pattern, flags } = regex as { readonly pattern: string; readonly flags: string };
      literals.push({ place, source: pattern, flags });
    }
    const name = (callee as { readonly name?: unknown } | undefined)?.name;
    if ((type === 'NewExpression' || type === 'CallExpression') && name === 'RegExp') composed.push(place);
    Object.values(node).forEach(visit);
  };
  visit(parseAst(text, { lang: 'ts' }, file));
  return { literals, composed };
}

/** Every regular expression literal of `src/`, and the places where others are composed. */
export function writtenExpressions(): { literals: Found[]; composed: string[] } {
  const each = sourceFiles().map((file) => expressionsIn(file, readFileSync(join(root, file), 'utf8')));
  return { literals: each.flatMap(({ literals }) => literals), composed: each.flatMap(({ composed }) => composed) };
}

/**
 * The regular expressions that files of `src/` compose while they are loaded and `run` is at work, as they come out.
 * The files must not have been loaded before.
 */
export async function composedExpressions(files: readonly string[], run: () => Promise<void>): Promise<Found[]> {
  const found: Found[] = [];
  const { RegExp: Original } = globalThis;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, words: [string, string?]) {
      const made = new target(...words);
      const caller = /[/\\]src[/\\][^?:)]+/.exec(new Error('where').stack?.split('\n')[2] ?? '')?.[0];
      const place = caller?.slice(1).replaceAll('\\', '/');
      if (place !== undefined) found.push({ place, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    for (const file of files) await import(pathToFileURL(join(root, file)).href);
    await run();
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

type Recheck = typeof recheck;

/** Text that may make an expression slow: prefix, pump as often as wanted, and so on; then the suffix. */
export interface Attack {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
}

const kept = join(root, 'node_modules/.cache/greffier/regular-expressions.json');

/**
 * The attack that recheck finds on each expression, null where it finds none. Its verdict on expressions that look
 * around is a guess by steps counted, so that an attack is to be tried. A minute for all of ours with recheck's own
 * program, some minutes with its JavaScript where there is none for the machine; what it found is kept under
 * node_modules, by expression and release.
 */
export async function attacksOn(found: readonly Found[]): Promise<Map<Found, Attack | null>> {
  const require = createRequire(import.meta.url);
  process.env['RECHECK_BACKEND'] ??= hasProgram(require) ? 'native' : 'pure';
  const { check } = require('recheck') as Recheck;
  const { version } = require('recheck/package.json') as { readonly version: string };
  const known = readKept();
  const fresh: Record<string, Attack | null> = {};
  const attacks = new Map<Found, Attack | null>();
  for (const one of found) {
    const key = `${version} /${one.source}/${one.flags}`;
    const attack = key in known ? (known[key] ?? null) : await attackOn(check, one);
    fresh[key] = attack;
    attacks.set(one, attack);
  }
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify(fresh));
  return attacks;
}

async function attackOn(check: Recheck['check'], { place, source, flags }: Found): Promise<Attack | null> {
  // `d` only adds offsets to what is found, and recheck does not know it.
  const result = await check(source, flags.replace('d', ''), { timeout: null });
  if (result.status === 'unknown') throw new Error(`${place}: recheck fails with ${result.error.kind}`);
  if (result.status === 'safe') return null;
  return { pumps: result.attack.pumps.map(({ prefix, pump }) => ({ prefix, pump })), suffix: result.attack.suffix };
}

/** Text of about so many characters that carries an attack out. */
export function carriedOut({ pumps, suffix }: Attack, length: number): string {
  const parts = pumps.map(({ prefix, pump }) => prefix + pump.repeat(length / pumps.length / (pump.length || 1)));
  return parts.join('') + suffix;
}

function hasProgram(require: NodeJS.Require): boolean {
  const system = process.platform === 'darwin' ? 'macos' : process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return require.resolve(`recheck-${system}-${process.arch}/package.json`) !== '';
  } catch {
    return false;
  }
}

function readKept(): Record<string, Attack | null> {
  try {
    return JSON.parse(readFileSync(kept, 'utf8')) as Record<string, Attack | null>;
  } catch {
    return {};
  }
}
