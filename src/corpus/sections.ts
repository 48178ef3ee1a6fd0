import type { Participant, Section } from '../proceedings/proceedings.ts';
import type { Block } from './blocks.ts';

type Heading = Extract<Block, { kind: 'heading' }>;

/** A heading with the blocks up to the next one; `section` is null before the first heading. */
export interface Part {
  readonly section: Section | null;
  readonly blocks: readonly Block[];
}

/**
 * Cuts a body at its headings. `nested` takes heading levels into account; plain text has none. The file's title as a heading
 * is a section with an empty path, so that people listed under it are kept.
 */
export function partsOf(
  blocks: readonly Block[],
  options: { title: string; nested: boolean; textLength: number; lineAt: (offset: number) => number },
): Part[] {
  const heads = blocks.flatMap((block, index) => (block.kind === 'heading' ? [{ block, index }] : []));
  const parts: Part[] = [{ section: null, blocks: blocks.slice(0, heads[0]?.index ?? blocks.length) }];
  let above: Heading[] = [];
  for (const [position, { block, index }] of heads.entries()) {
    const next = heads[position + 1];
    above = [...above.filter((heading) => options.nested && heading.level < block.level), block];
    const content = blocks.slice(index + 1, next?.index);
    const section: Section = {
      title: block.title,
      level: block.level,
      path: above.map((heading) => heading.title).filter((title) => !sameTitle(title, options.title)),
      line: options.lineAt(block.span.start),
      span: { start: block.span.start, end: next?.block.span.start ?? options.textLength },
      participants: participantsOf(content),
    };
    parts.push({ section, blocks: content });
  }
  return parts;
}

/** Everybody on the participants lines among these blocks. */
export function participantsOf(blocks: readonly Block[]): Participant[] {
  return blocks.flatMap((block) => (block.kind === 'participants' ? block.participants : []));
}

/** Whether two titles differ by nothing but case, spaces and the form of apostrophes. */
function sameTitle(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(title: string): string {
  return title.replaceAll('’', "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
