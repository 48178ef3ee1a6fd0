import type { Proceedings } from '../src/proceedings/proceedings.ts';
import { foldOf } from './piaf.ts';
import { type AskedOfRecords, type Records, readRecords } from './records.ts';

/**
 * Reads FAQ that we invented, every entry a file by itself with its heading as the title, and the same questions in
 * other people's words. Form: README.md of the folder.
 *
 * @throws EvaluationError, CorpusError where a file is wrong or a quote stands nowhere.
 */
export async function readFaq(folder: string): Promise<Records> {
  const { corpus, questions } = await readRecords(folder);
  const proceedings = corpus.proceedings.flatMap(entriesOf);
  return { corpus: { proceedings }, questions: questions.map((asked) => placedIn(proceedings, asked)) };
}

/** An entry of a FAQ: its file is `FILE#START`. */
function entriesOf(faq: Proceedings): Proceedings[] {
  return [...new Set(faq.passages.map(({ section }) => section))].flatMap((section) => {
    const passages = faq.passages.filter((passage) => passage.section === section);
    const [first, last] = [passages[0], passages.at(-1)];
    if (section === null || !first || !last) return [];
    const file = `${faq.file}#${first.span.start}`;
    const text = faq.text.slice(first.span.start, last.span.end);
    const span = { start: 0, end: text.length };
    const passage = { ...first, id: `${file}#0`, file, section: null, span };
    return [
      { ...faq, file, text, title: section.path.at(-1) ?? faq.title, body: null, sections: [], passages: [passage] },
    ];
  });
}

/** The question as asked of the entries that answer it. */
function placedIn(entries: readonly Proceedings[], asked: AskedOfRecords): AskedOfRecords {
  const found = asked.found.flatMap(({ file, start, end }) =>
    entries.flatMap((entry) => {
      const from = Number(entry.file.slice(file.length + 1));
      const within = entry.file.startsWith(`${file}#`) && start >= from && end <= from + entry.text.length;
      return within ? [{ file: entry.file, start: start - from, end: end - from }] : [];
    }),
  );
  return { ...asked, found, fold: foldOf(found[0]?.file ?? asked.id) };
}
