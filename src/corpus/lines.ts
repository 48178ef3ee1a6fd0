import type { Span } from '../proceedings/proceedings.ts';

/** The lines of `text` from offset `from` on, without their line ends. */
export function linesOf(text: string, from = 0): Span[] {
  const lines: Span[] = [];
  let start = from;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** Tells the 1-based line of an offset of `text`. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** `span` without the white space at its ends; null where nothing else is left. */
export function trimSpan(text: string, span: Span): Span | null {
  const slice = text.slice(span.start, span.end);
  const start = span.start + slice.length - slice.trimStart().length;
  const end = span.end - (slice.length - slice.trimEnd().length);
  return start < end ? { start, end } : null;
}
