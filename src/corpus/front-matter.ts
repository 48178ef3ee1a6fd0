import { isMap, isScalar } from 'yaml';
import type { Document } from 'yaml';
import type { Finding } from '../proceedings/finding.ts';
import { parseYaml, type YamlDocument } from '../yaml-document.ts';
import { nearestKey } from './front-matter-keys.ts';
import { frontMatterKeys, frontMatterSchema, isFrontMatterKey, remedies } from './front-matter-schema.ts';
import type { FrontMatter, FrontMatterKey } from './front-matter-schema.ts';

/** Where the front matter of a text lies: `yaml` between its fences, `end` just after the closing one. */
export interface FrontMatterBounds {
  readonly yaml: string;
  readonly end: number;
}

/** What was read from front matter; `values` is null where it cannot be read, and lacks what the findings call wrong. */
export interface FrontMatterResult {
  readonly values: FrontMatter | null;
  readonly findings: readonly Finding[];
}

/** Longest front matter, in characters: one that lists a whole assembly has some 60,000. */
const longestFrontMatter = 200_000;

/** Finds the front matter that opens a text; null where it opens with something else, `unclosed` where no fence ends it. */
export function frontMatterBounds(text: string): FrontMatterBounds | 'unclosed' | null {
  const opening = /^---[ \t]*(?:\n|$)/.exec(text);
  if (!opening) return null;
  const closing = /^(?:---|\.\.\.)[ \t]*$/gm;
  closing.lastIndex = opening[0].length;
  const match = closing.exec(text);
  return match ? { yaml: text.slice(opening[0].length, match.index), end: closing.lastIndex } : 'unclosed';
}

/** Reads the YAML between the fences. Lines of findings count the opening fence as line 1. */
export function parseFrontMatter(file: string, yaml: string): FrontMatterResult {
  if (yaml.length > longestFrontMatter) {
    const message = `front matter of ${yaml.length.toLocaleString('en')} characters, the limit is ${longestFrontMatter.toLocaleString('en')}`;
    return refused(file, 1, message, 'keep what describes the record, and put the text below the second "---"');
  }
  const { document, value, errors, warnings, lineOf } = parseYaml(yaml, { schema: 'failsafe' });
  const [fault] = errors;
  if (fault) {
    return refused(
      file,
      fault.line + 1,
      `front matter is not valid YAML: ${fault.message}`,
      'write "key: value" lines; put quotes around a value that has ": " or " #"',
    );
  }
  if (document.contents === null) return { values: frontMatterSchema.parse({}), findings: [] };
  if (!isMap(document.contents))
    return refused(file, 2, 'front matter is not a list of "key: value" lines', 'write "title: …" and the like');
  const raw: Readonly<Record<string, unknown>> = { ...(value as object) };
  const lines = keyLines(document, lineOf);
  const findings: Finding[] = warnings.map(({ line, message }) => ({
    file,
    line: line + 1,
    severity: 'warning',
    message: `front matter: ${message}`,
    remedy: 'remove the tag; every value is plain text',
  }));
  for (const key of Object.keys(raw)) {
    if (!isFrontMatterKey(key)) findings.push(unknownKey(file, lines.get(key) ?? 2, key));
  }
  const parsed = frontMatterSchema.safeParse(raw);
  if (parsed.success) return { values: parsed.data, findings };

  const bad = new Set(
    parsed.error.issues
      .map((issue) => issue.path[0])
      .filter((key) => key !== undefined)
      .map(String)
      .filter(isFrontMatterKey),
  );
  for (const key of bad) findings.push(badValue(file, lines.get(key) ?? 2, key, raw[key]));
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !isFrontMatterKey(key) || !bad.has(key)));
  return { values: frontMatterSchema.parse(rest), findings };
}

function refused(file: string, line: number, message: string, remedy: string): FrontMatterResult {
  return { values: null, findings: [{ file, line, severity: 'error', message, remedy }] };
}

function keyLines(document: Document, lineOf: YamlDocument['lineOf']): ReadonlyMap<string, number> {
  const items = isMap(document.contents) ? document.contents.items : [];
  return new Map(items.flatMap(({ key }) => (isScalar(key) ? [[String(key.value), lineOf(key) + 1] as const] : [])));
}

function unknownKey(file: string, line: number, key: string): Finding {
  const near = nearestKey(key);
  const known = frontMatterKeys.join(', ');
  return {
    file,
    line,
    severity: 'warning',
    message: `unknown key "${key}"${near ? `; did you mean "${near}"?` : ''}`,
    remedy: near ? `rename it to "${near}", or remove it` : `remove it; the keys are ${known}`,
  };
}

/** A wrong date would answer wrongly and a title must be there: these keep the file out, other values are left out. */
function badValue(file: string, line: number, key: FrontMatterKey, value: unknown): Finding {
  const shown = typeof value === 'string' ? ` "${value}"` : '';
  const remedy = remedies[key];
  if (key === 'date') return { file, line, severity: 'error', message: `impossible date${shown}`, remedy };
  if (key === 'title') return { file, line, severity: 'error', message: 'title is not text', remedy };
  return { file, line, severity: 'warning', message: `unusable ${key}${shown}, left out`, remedy };
}
