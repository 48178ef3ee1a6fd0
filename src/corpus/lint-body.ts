import type { Finding } from '../proceedings/finding.ts';
import type { Proceedings, Section } from '../proceedings/proceedings.ts';
import type { Block } from './blocks.ts';
import { lineCounter, linesOf } from './lines.ts';
import { endlessSentences } from './passages.ts';
import { isResidue } from './residue.ts';

type Fault = Omit<Finding, 'file' | 'severity'>;

/**
 * Warnings about one file's body, which starts at offset `from` and consists of `blocks`: what is there but should not be,
 * and what is missing.
 */
export function lintBody(proceedings: Proceedings, from: number, blocks: readonly Block[]): Finding[] {
  const faults = [
    ...emptySections(proceedings),
    ...skippedLevels(proceedings),
    ...oddLines(proceedings, from),
    ...endless(proceedings, blocks),
  ];
  if (proceedings.passages.length === 0 && proceedings.sections.length === 0) {
    faults.push({ line: 1, message: 'no text below the title', remedy: 'add the text, or remove the file' });
  }
  return faults.map(({ line, message, remedy }) => ({
    file: proceedings.file,
    line,
    severity: 'warning',
    message,
    remedy,
  }));
}

/** Sections with neither text nor subsections. */
function emptySections({ file, sections, passages }: Proceedings): Fault[] {
  const filled = new Set(passages.map((passage) => passage.section));
  const plain = file.toLowerCase().endsWith('.txt');
  return sections.flatMap((section, index) => {
    const next = sections[index + 1];
    // Plain text has no levels: a heading right below another one is its subtitle.
    const subdivided = next && (next.level > section.level || (plain && next.line === section.line + 1));
    const titleOnly = plain && index === 0 && next;
    if (filled.has(section) || subdivided || titleOnly) return [];
    return [
      {
        line: section.line,
        message: `empty section "${section.title}"`,
        remedy: 'add its text, or remove the heading',
      },
    ];
  });
}

/** Headings two or more levels below the one above them. */
function skippedLevels({ sections }: Proceedings): Fault[] {
  return sections.flatMap((section, index) => {
    const above: Section | undefined = sections[index - 1];
    if (!above || section.level <= above.level + 1) return [];
    const message = `heading "${section.title}" jumps from level ${above.level} to level ${section.level}`;
    return [{ line: section.line, message, remedy: `write it with ${'#'.repeat(above.level + 1)}` }];
  });
}

/** Sentences so long that passages had to be cut within them. */
function endless({ text }: Proceedings, blocks: readonly Block[]): Fault[] {
  const lineAt = lineCounter(text);
  return blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.span]))
    .flatMap((span) => endlessSentences(text, span))
    .map(({ start, end }) => ({
      line: lineAt(start),
      message: `a sentence of ${(end - start).toLocaleString('en')} characters without an end`,
      remedy: 'end its sentences with full stops, or part it with empty lines',
    }));
}

/** Web residue, and headings that Markdown does not see for want of a space. */
function oddLines({ file, text }: Proceedings, from: number): Fault[] {
  const markdown = !file.toLowerCase().endsWith('.txt');
  const before = text.slice(0, from).split('\n').length;
  return linesOf(text, from).flatMap(({ start, end }, index) => {
    const words = text.slice(start, Math.min(end, start + 500));
    const line = before + index;
    if (isResidue(words)) {
      return [{ line, message: `web residue "${words.trim()}", left out of the index`, remedy: 'remove the line' }];
    }
    const glued = markdown ? /^#{2,6}(?=[^#\s])/.exec(words)?.[0] : undefined;
    if (glued === undefined) return [];
    return [{ line, message: `"${words.slice(0, 60)}" is not a heading`, remedy: `put a space after ${glued}` }];
  });
}
