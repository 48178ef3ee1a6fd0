import { basename, extname } from 'node:path';
import type { Finding } from '../proceedings/finding.ts';

/** What people put beside proceedings in the belief that it is read, by its ending. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['.markdown', 'Markdown under another ending'],
  ['.mdown', 'Markdown under another ending'],
  ['.mkd', 'Markdown under another ending'],
  ['.mdx', 'Markdown under another ending'],
  ['.text', 'plain text under another ending'],
  ['.doc', 'a Word document'],
  ['.docx', 'a Word document'],
  ['.odt', 'an OpenDocument text'],
  ['.rtf', 'a rich text document'],
  ['.pdf', 'a PDF'],
  ['.htm', 'a web page'],
  ['.html', 'a web page'],
]);

/** The YAML files that are read, each with the names that people give it. */
const companions: readonly (readonly [RegExp, string])[] = [
  [/^lexi(?:con|que)s?\b.*\.ya?ml$/i, 'lexicon.yaml'],
  [/^questions?\.ya?ml$/i, 'questions.yaml'],
];

/** The warning about a file of a corpus folder that its maintainer may take for read; null for any other file. */
export function unreadFile(file: string): Finding | null {
  const name = basename(file);
  const kind = kinds.get(extname(name).toLowerCase());
  if (kind !== undefined) return warning(file, `is ${kind}, and is not read`, 'save it as .md or .txt');
  const meant = companions.find(([names]) => names.test(name))?.[1] ?? name;
  return meant === name
    ? null
    : warning(file, `"${name}" is not read; did you mean "${meant}"?`, `rename it to "${meant}"`);
}

function warning(file: string, message: string, remedy: string): Finding {
  return { file, line: 1, severity: 'warning', message, remedy };
}
