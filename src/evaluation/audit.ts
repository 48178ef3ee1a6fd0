import type { Citation, Excerpt } from '../proceedings/answer.ts';
import { type Corpus, displayName, type Proceedings } from '../proceedings/proceedings.ts';

/** Whether an excerpt is the slice of the file that its citation says, to the code unit. */
export function isVerbatim({ text, citation }: Excerpt, corpus: Corpus): boolean {
  const { file, start, end } = citation;
  return text !== '' && fileOf(file, corpus)?.text.slice(start, end) === text;
}

/**
 * What a citation says that its file does not, in words; empty where all is true. Read from the file's speeches and
 * sections by their spans, not from the passage that the answer was made of. A speaker may be named only for words that
 * lie within one speech of theirs, and must be named then.
 */
export function citationFaults(citation: Citation, corpus: Corpus): string[] {
  const { file, start, end } = citation;
  const proceedings = fileOf(file, corpus);
  if (!proceedings) return [`no file ${file}`];
  const speech = proceedings.speeches.find(({ span }) => span.start <= start && end <= span.end);
  const speaker = speech ? displayName(speech.speaker) : null;
  const section = proceedings.sections.find(({ span }) => span.start <= start && start < span.end);
  const facts: readonly (readonly [string, unknown, unknown])[] = [
    ['speaker', citation.speaker, speaker],
    ['role', citation.role, speech?.speaker.role ?? null],
    ['section', citation.section.join(' / '), (section?.path ?? []).join(' / ')],
    ['line', citation.line, proceedings.text.slice(0, start).split('\n').length],
    ['title', citation.title, proceedings.title],
    ['date', citation.date, proceedings.date],
    ['url', citation.url, proceedings.source],
  ];
  return facts
    .filter(([, said, fact]) => said !== fact)
    .map(([name, said, fact]) => `${name} "${String(said)}" is "${String(fact)}"`);
}

function fileOf(file: string, corpus: Corpus): Proceedings | undefined {
  return corpus.proceedings.find((one) => one.file === file);
}
