import { join, relative, resolve } from 'node:path';
import { type Document, isMap, isScalar, type Scalar } from 'yaml';
import * as z from 'zod';
import {
  type CompiledLexicon,
  compileLexicon,
  createLexicon,
  emptyLexiconData,
  type Lexicon,
  type LexiconData,
} from '../language/lexicon.ts';
import { kept } from '../kept.ts';
import type { Finding } from '../proceedings/finding.ts';
import { parseYaml } from '../yaml-document.ts';
import { readCompanion } from './companion.ts';
import { faultsOf, lexiconSchema } from './lexicon-schema.ts';

/** The shape of what is kept: its entries were checked before. */
const keptSchema = z.object({
  compiled: z.object({
    english: z.custom<CompiledLexicon['english']>(isObject),
    related: z.custom<CompiledLexicon['related']>(isObject),
    formerRegions: z.array(z.string()),
    longestEnglish: z.number().int().min(1),
    french: z.string(),
  }),
  findings: z.array(z.array(z.custom<Finding>(isObject))),
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
 * Reads `lexicon.yaml` of each folder that has one; later folders add to earlier ones. A broken file is a finding, named
 * from the last folder, and adds nothing.
 */
export async function loadLexicon(folders: readonly string[]): Promise<LoadedLexicon> {
  const paths = folders.map((folder) => resolve(folder));
  const found = await Promise.all(
    [...new Set(paths)].map(async (path) => {
      const file = relative(paths.at(-1) ?? path, join(path, fileName));
      return { file, content: await readCompanion(join(path, fileName), file) };
    }),
  );
  const files = found.flatMap(({ file, content }) =>
    content !== null && 'text' in content ? [{ file, text: content.text }] : [],
  );
  const texts = files.map(({ text }) => text);
  const { compiled, findings } = kept('lexicon', texts, keptSchema, () => {
    const parsed = texts.map(parseLexicon);
    const data = parsed.map((file) => file.data).reduce(merge, emptyLexiconData);
    return { compiled: compileLexicon(data), findings: parsed.map((file) => [...file.findings]) };
  });
  const faults = findings.flatMap((some, index) =>
    some.map((one) => ({ ...one, file: files[index]?.file ?? fileName })),
  );
  return {
    lexicon: createLexicon(compiled),
    findings: [
      ...found.flatMap(({ content }) => (content !== null && 'fault' in content ? content.fault : [])),
      ...faults,
    ],
  };
}

/** Parses the text of a lexicon file. */
export function parseLexicon(text: string): LexiconFile {
  // `doubleKeys` looks for double keys in linear time.
  const { document, value, errors, lineOf } = parseYaml(text, { schema: 'core', uniqueKeys: false });
  const faults = errors.map(({ line, message }) => finding(line, `not YAML: ${message}`, 'mend the line'));
  if (faults.length > 0) return { data: emptyLexiconData, findings: faults };
  const doubles = doubleKeys(document.contents).map((key) =>
    finding(lineOf(key), `"${String(key)}" stands here a second time`, 'put everything on one of the two lines'),
  );
  const result = lexiconSchema.safeParse(value);
  if (result.success) return { data: doubles.length > 0 ? emptyLexiconData : result.data, findings: doubles };
  const wrong = result.error.issues
    .flatMap(faultsOf)
    .map(({ path, message, remedy }) => finding(lineOf(nodeAt(document, path)), message, remedy));
  return { data: emptyLexiconData, findings: [...doubles, ...wrong] };
}

/** The name of a part where a whole part is meant, else what stands at the place. */
function nodeAt(document: Document, path: readonly (string | number)[]): unknown {
  const parts = isMap(document.contents) && path.length === 1 ? document.contents.items : [];
  return parts.find(({ key }) => isScalar(key) && key.value === path[0])?.key ?? document.getIn(path, true);
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
