import { parseProceedings } from '../../src/corpus/parse.ts';
import { formatFinding } from '../../src/proceedings/finding.ts';
import { displayName } from '../../src/proceedings/proceedings.ts';
import type { Proceedings } from '../../src/proceedings/proceedings.ts';

/** The proceedings of a file's text; fails the test where an error keeps them out. */
export function parsed(text: string, file = 'a.md'): Proceedings {
  const { proceedings, findings } = parseProceedings(file, new TextEncoder().encode(text));
  if (!proceedings) throw new Error(findings.map(formatFinding).join('\n'));
  return proceedings;
}

/** The same for a Markdown body below a front matter of three lines, whose title is "Titre". */
export function parsedBody(body: string): Proceedings {
  return parsed(`---\ntitle: Titre\n---\n${body}`);
}

/** The findings of a file, as `greffier check` prints them. */
export function findingsOf(text: string | Uint8Array, file = 'a.md'): string[] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return parseProceedings(file, bytes).findings.map(formatFinding);
}

/** The words of every passage. */
export function passageTexts({ text, passages }: Proceedings): string[] {
  return passages.map(({ span }) => text.slice(span.start, span.end));
}

/** "kind|speaker|words" of every passage; the speaker is "-" where nobody speaks. */
export function passagesBySpeaker({ text, passages }: Proceedings): string[] {
  return passages.map(
    ({ kind, speech, span }) =>
      `${kind}|${speech ? displayName(speech.speaker) : '-'}|${text.slice(span.start, span.end)}`,
  );
}
