import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Scalar } from 'yaml';
import { z } from 'zod';
import { type CompiledLexicon, compileLexicon, createLexicon, emptyLexiconData, type Lexicon, type LexiconData } from '../language/lexicon.ts';
import type { Finding } from '../proceedings/finding.ts';

const words = z.array(z.string().min(1));
const lexiconSchema = z.strictObject({
  english: z.record(z.string(), words.min(1)).default({}),
  synonyms: z.array(words.min(2)).default([]),
  families: z.array(words.min(2)).default([]),
  acronyms: z.record(z.string(), z.string().min(1)).default({}),
  demonyms: z.record(z.string(), z.string().min(1)).default({}),
  regions: z.record(z.string(), z.string().min(1)).default({}),
});

/** Checks the shape only: the entries were checked when they were compiled. */
const compiledSchema = z.object({
  english: z.custom<CompiledLexicon['english']>(isObject),
  related: z.custom<CompiledLexicon['related']>(isObject),
  formerRegions: words,
  longestEnglish: z.number().int().min(1),
});

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const fileName = 'lexicon.yaml';

/** What was read of a lexicon file, and what is wrong with it. */
export interface LexiconFile {
  readonly data: LexiconData;
  readonly findings: readonly Finding[];
}

/** A lexicon ready for use, and what is wrong with its files. */
export interface LoadedLexicon {
  readonly lexicon: Lexicon;
  readonly findings: readonly Finding[];
}

/**
 * Reads `lexicon.yaml` of each folder that has one; later folders add to earlier ones. A broken file is a finding and
 * adds nothing. Where `cacheFolder` can be written, the compiled form of sound files is kept there under the hash of
 * their text, since parsing ten thousand lines of YAML takes longer than answering.
 */
export async function loadLexicon(folders: readonly string[], cacheFolder: string): Promise<LoadedLexicon> {
  const texts = await Promise.all([...new Set(folders)].map((folder) => readFile(join(folder, fileName), 'utf8').catch(() => '')));
  const hash = createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 32);
  const cacheFile = join(cacheFolder, `lexicon-${hash}.json`);
  const kept = await readFile(cacheFile, 'utf8').then(JSON.parse).catch(() => null);
  const trusted = compiledSchema.safeParse(kept);
  if (trusted.success) return { lexicon: createLexicon(trusted.data), findings: [] };
  const files = texts.filter((text) => text !== '').map(parseLexicon);
  const compiled = compileLexicon(files.map((file) => file.data).reduce(merge, emptyLexiconData));
  const findings = files.flatMap((file) => file.findings);
  if (findings.length === 0) await keep(cacheFile, JSON.stringify(compiled));
  return { lexicon: createLexicon(compiled), findings };
}

/** Written aside and renamed, so that another process never reads half of it; a folder that cannot be written costs only time. */
async function keep(file: string, text: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true })
    .then(() => writeFile(aside, text))
    .then(() => rename(aside, file))
    .catch(() => rm(aside, { force: true }).catch(() => undefined));
}

/** Parses the text of a lexicon file. */
export function parseLexicon(text: string): LexiconFile {
  const lines = new LineCounter();
  // The parser looks for double keys in quadratic time; `doubleKeys` does it in linear time.
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', version: '1.2', uniqueKeys: false });
  const lineOf = (node: unknown): number => (isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1);
  const faults = document.errors.map((fault) =>
    finding(lines.linePos(fault.pos[0]).line, `not YAML: ${fault.message.split('\n')[0] ?? ''}`, 'mend the line'),
  );
  if (faults.length > 0) return { data: emptyLexiconData, findings: faults };
  const doubles = doubleKeys(document.contents).map((key) =>
    finding(lineOf(key), `"${String(key)}" stands here a second time`, 'put everything on one of the two lines'),
  );
  const result = lexiconSchema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (result.success) return { data: doubles.length > 0 ? emptyLexiconData : result.data, findings: doubles };
  const wrong = result.error.issues.map((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    const where = path.join(' / ') || 'the file';
    return finding(lineOf(document.getIn(path, true)), `${where}: ${issue.message}`, 'write it like the lines around it');
  });
  return { data: emptyLexiconData, findings: [...doubles, ...wrong] };
}

/** The keys of the parts that stand there a second time. */
function doubleKeys(contents: unknown): Scalar[] {
  const parts = isMap(contents) ? contents.items.map((part) => part.value).filter(isMap) : [];
  return parts.flatMap((part) => {
    const seen = new Set<string>();
    return part.items.flatMap(({ key }) => {
      if (!isScalar(key)) return [];
      const double = seen.has(String(key));
      seen.add(String(key));
      return double ? [key] : [];
    });
  });
}

function finding(line: number, message: string, remedy: string): Finding {
  return { file: fileName, line, severity: 'error', message, remedy };
}

function merge(left: LexiconData, right: LexiconData): LexiconData {
  return {
    english: { ...left.english, ...right.english },
    synonyms: [...left.synonyms, ...right.synonyms],
    families: [...left.families, ...right.families],
    acronyms: { ...left.acronyms, ...right.acronyms },
    demonyms: { ...left.demonyms, ...right.demonyms },
    regions: { ...left.regions, ...right.regions },
  };
}
