import type { Finding } from '../proceedings/finding.ts';
import type { Proceedings } from '../proceedings/proceedings.ts';
import type { Block } from './blocks.ts';
import { decodeText } from './decode.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter-schema.ts';
import { frontMatterBounds, parseFrontMatter } from './front-matter.ts';
import { lineCounter } from './lines.ts';
import { lintBody } from './lint-body.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { parseText } from './parse-text.ts';
import { partContent } from './part-content.ts';
import { participantsOf, partsOf } from './sections.ts';

/** What one file holds: `proceedings` is null where an error keeps it out. */
export interface ParsedFile {
  readonly proceedings: Proceedings | null;
  readonly findings: readonly Finding[];
}

/** Reads one corpus file, plain text where its name ends in `.txt` and else Markdown. Faults are findings; nothing throws. */
export function parseProceedings(file: string, bytes: Uint8Array): ParsedFile {
  const decoded = decodeText(bytes);
  if ('fault' in decoded) return refused({ file, severity: 'error', ...decoded.fault });
  const { text } = decoded;
  const bounds = frontMatterBounds(text);
  if (bounds === 'unclosed') return refused(unclosedFrontMatter(file));
  const { values, findings } = parseFrontMatter(file, bounds?.yaml ?? '');

  const plain = file.toLowerCase().endsWith('.txt');
  const from = bounds?.end ?? 0;
  const front = values ?? frontMatterSchema.parse({});
  const blocks = plain ? parseText(text, from, values?.title === null) : parseMarkdown(text, from);
  const heading = firstHeading(blocks);
  const title = front.title ?? (plain || bounds === null ? heading : null);
  // A file that is kept out is read all the same: its other faults are told too.
  const proceedings = assemble(file, text, { ...front, title: title ?? heading ?? '' }, blocks, !plain);
  const faults = [
    ...findings,
    ...(values !== null && title === null ? [missingTitle(file, plain, heading)] : []),
    ...(title !== null && !plain && bounds === null ? [borrowedTitle(file)] : []),
    ...lintBody(proceedings, from, blocks),
  ];
  const kept = faults.every(({ severity }) => severity !== 'error');
  return { proceedings: kept ? proceedings : null, findings: faults };
}

function assemble(
  file: string,
  text: string,
  front: FrontMatter & { readonly title: string },
  blocks: readonly Block[],
  nested: boolean,
): Proceedings {
  const lineAt = lineCounter(text);
  const parts = partsOf(blocks, { title: front.title, nested, textLength: text.length, lineAt });
  const contents = parts.map((part) => partContent(file, text, part, lineAt));
  return {
    file,
    text,
    ...front,
    // People listed above the first heading belong to no section.
    participants: [...front.participants, ...participantsOf(parts[0]?.blocks ?? [])],
    sections: parts.flatMap((part) => part.section ?? []),
    speeches: contents.flatMap((content) => content.speeches),
    passages: contents.flatMap((content) => content.passages),
  };
}

function firstHeading(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) return block.title;
  }
  return null;
}

function refused(...findings: Finding[]): ParsedFile {
  return { proceedings: null, findings };
}

function unclosedFrontMatter(file: string): Finding {
  const remedy = 'put a line "---" below its last key';
  return { file, line: 1, severity: 'error', message: 'front matter has no end', remedy };
}

function missingTitle(file: string, plain: boolean, heading: string | null): Finding {
  const remedy = plain
    ? 'write the title on the first line'
    : `write "title: ${heading ?? '…'}" in front matter, between two "---" lines at the top`;
  return { file, line: 1, severity: 'error', message: 'missing title', remedy };
}

function borrowedTitle(file: string): Finding {
  return {
    file,
    line: 1,
    severity: 'warning',
    message: 'no front matter; the first heading serves as the title',
    remedy: 'open the file with front matter that has a title and a date',
  };
}
