import type { Citation, Excerpt } from '../proceedings/answer.ts';
import { displayName, type Passage, type Proceedings, type Span } from '../proceedings/proceedings.ts';

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The excerpt `span` of a passage with its citation. `score`: 0 to 1. */
export function excerptOf(
  proceedings: Proceedings,
  passage: Pick<Passage, 'section' | 'speech'>,
  span: Span,
  score: number,
): Excerpt {
  const speaker = passage.speech?.speaker ?? null;
  const citation: Citation = {
    file: proceedings.file,
    title: proceedings.title,
    date: proceedings.date,
    section: passage.section?.path ?? [],
    speaker: speaker === null ? null : displayName(speaker),
    role: speaker?.role ?? null,
    line: lineAt(proceedings.text, span.start),
    start: span.start,
    end: span.end,
    url: proceedings.source,
  };
  return { text: proceedings.text.slice(span.start, span.end), score: Math.round(score * 1_000) / 1_000, citation };
}
