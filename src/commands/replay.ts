import { join } from 'node:path';
import { createAnswerer } from '../answer/create-answerer.ts';
import { readCompanion } from '../corpus/companion.ts';
import { loadLexicon } from '../corpus/lexicon-file.ts';
import { judge } from '../evaluation/judge.ts';
import { type PlacedQuestion, placeQuestions } from '../evaluation/place.ts';
import { parseQuestions, questionsFile } from '../evaluation/questions-file.ts';
import { loadIntents } from '../intents/load-intents.ts';
import type { Answer } from '../proceedings/answer.ts';
import type { Finding } from '../proceedings/finding.ts';
import type { Corpus } from '../proceedings/proceedings.ts';
import { bundledCorpus, type DeskFolders } from './desk.ts';
import { askBot } from './eval-gold.ts';

/** So many characters of an excerpt are enough to recognise it. */
const shownCharacters = 100;

/**
 * Asks the questions of a corpus folder's `questions.yaml`, where it has one: a warning for each that is not answered
 * right within three excerpts, for each unanswerable one that is answered, and for each whose quote is gone from the
 * record; an error where the file is wrong or cannot be read. One marked `unsolved` is a warning only where it is answered right after all.
 *
 * @throws IntentError where the intents are broken.
 */
export async function replayQuestions(folders: DeskFolders, corpus: Corpus): Promise<Finding[]> {
  const content = await readCompanion(join(folders.corpus, questionsFile), questionsFile);
  if (content === null) return [];
  if ('fault' in content) return [content.fault];
  const { questions, findings } = parseQuestions(content.text);
  if (questions.length === 0) return [...findings];
  const { lexicon } = await loadLexicon([bundledCorpus, folders.corpus]);
  const answerer = createAnswerer(corpus, lexicon);
  const intents = loadIntents(folders.intents);
  const placed = placeQuestions(questions, corpus);
  const gone = placed.lost.map(({ line, question }) =>
    warning(
      line,
      `"${question}": its quote stands nowhere in the record`,
      'copy the quote from the record, to the letter',
    ),
  );
  const changed = placed.questions.flatMap((question) => {
    const { line, unsolved } = question;
    const fault = faultOf(question, askBot(question.question, answerer, intents), corpus);
    if ((fault !== null) === unsolved) return [];
    return fault === null
      ? [warning(line, `"${question.question}" is answered right now`, 'remove "unsolved"')]
      : [warning(line, `"${question.question}" ${fault}`, 'see why: greffier eval --gold FILE --explain QUESTION')];
  });
  return [...findings, ...gone, ...changed].toSorted((a, b) => a.line - b.line);
}

function faultOf(question: PlacedQuestion, answer: Answer | null, corpus: Corpus): string | null {
  const { outcome, right } = judge(question, answer, corpus);
  if (question.answerable ? right !== null : outcome === 'abstained') return null;
  if (answer === null) return 'is not taken for a question to the record';
  if (answer.kind === 'not_found') return 'is not answered: the reply says that the record is silent';
  const [first] = answer.excerpts;
  const shown = first === undefined ? 'nothing' : `"${first.text.slice(0, shownCharacters)}"`;
  return question.answerable
    ? `is not answered right: it shows ${shown}`
    : `is answered though the record is silent: it shows ${shown}`;
}

function warning(line: number, message: string, remedy: string): Finding {
  return { file: questionsFile, line, severity: 'warning', message: message.replace(/\s+/g, ' '), remedy };
}
