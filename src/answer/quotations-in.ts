/** Closing marks by the opening ones. */
const closing: Readonly<Record<string, string>> = { '«': '»', '“': '”', '"': '"' };
const letter = /[\p{L}\p{N}]/u;
const attribution = /^\s*[—–-]/;

/**
 * The quotations in a text, in order, each once: what stands between « », “ ” or " ", and lines that begin with `>`; where
 * there is neither, the whole text. A mark that is never closed opens a quotation that goes on to the end.
 */
export function quotationsIn(text: string): readonly string[] {
  const found = blocksOf(text).flatMap(({ lines, quoted }) => {
    const content = lines.join('\n');
    const between = betweenMarks(content);
    return quoted && between.join('').length * 2 < content.length ? [withoutAttribution(lines)] : between;
  });
  const worded = found.map((quotation) => quotation.trim()).filter((quotation) => letter.test(quotation));
  return worded.length > 0 ? [...new Set(worded)] : [text.trim()];
}

interface Block {
  readonly lines: string[];
  readonly quoted: boolean;
}

/** Lines of a kind together; after `>>>` everything is quoted. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let toTheEnd = false;
  for (const line of text.split('\n')) {
    const quoted = toTheEnd || line.startsWith('>');
    toTheEnd ||= line.startsWith('>>>');
    const content = line.startsWith('>') ? line.replace(/^>{1,3}/, '') : line;
    const last = blocks.at(-1);
    if (last?.quoted === quoted) last.lines.push(content);
    else blocks.push({ lines: [content], quoted });
  }
  return blocks;
}

/** Lines without a last one that says who is quoted: "— M. Roche". */
function withoutAttribution(lines: readonly string[]): string {
  const kept = lines.length > 1 && attribution.test(lines.at(-1) ?? '') ? lines.slice(0, -1) : lines;
  return kept.join('\n');
}

function betweenMarks(text: string): readonly string[] {
  const found: string[] = [];
  let open: { readonly mark: string; readonly close: string; readonly at: number; depth: number } | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (open === null) {
      const close = closing[mark];
      // A straight mark behind a letter or a digit opens nothing: 27".
      if (close !== undefined && !(mark === close && letter.test(text.charAt(at - 1))))
        open = { mark, close, at, depth: 1 };
    } else if (mark === open.close) {
      open.depth -= 1;
      if (open.depth > 0) continue;
      found.push(text.slice(open.at + 1, at));
      open = null;
    } else if (mark === open.mark) open.depth += 1;
  }
  return open === null ? found : [...found, text.slice(open.at + 1)];
}
