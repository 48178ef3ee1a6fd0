import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { LexiconData } from '../language/lexicon.ts';
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

const fileName = 'lexicon.yaml';
const empty: LexiconData = { english: {}, synonyms: [], families: [], acronyms: {}, demonyms: {}, regions: {} };

/** What was read of a lexicon file, and what is wrong with it. */
export interface LexiconFile {
  readonly data: LexiconData;
  readonly findings: readonly Finding[];
}

/** Reads `lexicon.yaml` of each folder that has one; later folders add to earlier ones. A broken file is a finding and adds nothing. */
export async function readLexicons(folders: readonly string[]): Promise<LexiconFile> {
  const files = await Promise.all([...new Set(folders)].map((folder) => readFile(join(folder, fileName), 'utf8').catch(() => '')));
  const parsed = files.filter((text) => text !== '').map(parseLexicon);
  return { data: parsed.map((file) => file.data).reduce(merge, empty), findings: parsed.flatMap((file) => file.findings) };
}

/** Parses the text of a lexicon file. */
export function parseLexicon(text: string): LexiconFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', version: '1.2' });
  const [fault] = document.errors;
  if (fault) return { data: empty, findings: [finding(lines.linePos(fault.pos[0]).line, `not YAML: ${fault.message.split('\n')[0] ?? ''}`, 'mend the line; other lines are fine')] };
  const result = lexiconSchema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (result.success) return { data: result.data, findings: [] };
  return {
    data: empty,
    findings: result.error.issues.map((issue) => {
      const path = issue.path.map((part) => (typeof part === 'symbol' ? '' : part));
      const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
      const line = node?.range ? lines.linePos(node.range[0]).line : 1;
      return finding(line, `${path.join(' / ') || 'the file'}: ${issue.message}`, 'write it like the lines around it; the comments at the top say how');
    }),
  };
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
