import { fold } from './fold.ts';
import { stem } from './stem.ts';
import { matchesOf } from './matches.ts';

/** A word of a text. Several tokens may share letters: "petit-déjeuner" gives petit, déjeuner and petitdejeuner. */
export interface Token {
  /** Half-open slice of the text, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Folded: "telecentres", "14200", "14.2". */
  readonly surface: string;
  /** Folded French stem: "telecentr". */
  readonly stem: string;
  /** True for the joined form of a hyphenated word, which follows its parts. */
  readonly joined: boolean;
}

const wordPattern =
  /\p{N}{1,3}(?:[ \u00a0\u202f]\p{N}{3})+(?!\p{N})|\p{N}+[.,]\p{N}+|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const elided = new Set(['l', 'd', 'j', 'n', 's', 'c', 'm', 't', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu', 'presqu']);
const clitics = new Set('il elle ils elles on je tu nous vous ce ci la le les y en moi toi lui leur t'.split(' '));
const whole = new Set([
  "aujourd'hui",
  "prud'homme",
  "prud'hommes",
  "prud'homal",
  "prud'homale",
  "quelqu'un",
  "d'abord",
]);
const number = /^\p{N}/u;

/**
 * The words of `text` with their offsets in it. Elisions are cut off ("l’emploi": emploi), inversion clitics too
 * ("a-t-il": a), digit groups are joined ("14 200": 14200), hyphenated words give their parts and the joined form.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of matchesOf(wordPattern, text)) addWord(match[0], match.index, tokens);
  return tokens;
}

/** The same without the joined forms: the words as they stand, one after the other. */
export function tokenizeApart(text: string): Token[] {
  return tokenize(text).filter(({ joined }) => !joined);
}

function addWord(word: string, start: number, tokens: Token[]): void {
  if (number.test(word) && /[ \u00a0\u202f.,]/.test(word)) {
    const digits = word.replace(/[ \u00a0\u202f]/g, '').replace(',', '.');
    tokens.push({ start, end: start + word.length, surface: digits, stem: digits, joined: false });
    return;
  }
  if (!/[-'’‑]/.test(word)) {
    tokens.push(token(word, start));
    return;
  }
  if (whole.has(fold(word))) {
    tokens.push(token(word, start));
    return;
  }
  addCompound(word, start, tokens);
}

function addCompound(word: string, start: number, tokens: Token[]): void {
  const parts = [...word.matchAll(/[^-'’‑]+/g)].map((part) => ({ text: part[0], at: part.index }));
  while (parts.length > 1 && isElision(word, parts)) parts.shift();
  const inverted = parts.length;
  while (parts.length > 1 && isClitic(word, parts)) parts.pop();
  for (const part of parts) tokens.push(token(part.text, start + part.at));
  const last = parts.at(-1);
  const first = parts[0];
  if (parts.length < 2 || inverted > parts.length || !first || !last) return;
  tokens.push({
    ...token(parts.map((part) => part.text).join(''), start + first.at),
    end: start + last.at + last.text.length,
    joined: true,
  });
}

interface Part {
  readonly text: string;
  readonly at: number;
}

function isElision(word: string, parts: readonly Part[]): boolean {
  const [first] = parts;
  return first !== undefined && /['’]/.test(word[first.at + first.text.length] ?? '') && elided.has(fold(first.text));
}

function isClitic(word: string, parts: readonly Part[]): boolean {
  const last = parts.at(-1);
  return last !== undefined && /[-‑]/.test(word[last.at - 1] ?? '') && clitics.has(fold(last.text));
}

function token(word: string, start: number): Token {
  const analysed = analyse(word);
  return { start, end: start + word.length, surface: analysed.surface, stem: analysed.stem, joined: false };
}

const cache = new Map<string, { surface: string; stem: string }>();
const cacheLimit = 200_000;

function analyse(word: string): { surface: string; stem: string } {
  const known = cache.get(word);
  if (known) return known;
  const analysed = { surface: fold(word), stem: stem(word) };
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(word, analysed);
  return analysed;
}
