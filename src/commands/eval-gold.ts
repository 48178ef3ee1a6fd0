import type { Answerer } from '../answer/answerer.ts';
import { respondOnce } from '../conversation/respond.ts';
import { loadCorpus } from '../corpus/load.ts';
import { EvaluationError } from '../errors.ts';
import { botGroups, botMeasures } from '../evaluation/bot.ts';
import { type GoldQuestion, parseGold } from '../evaluation/gold.ts';
import { judge } from '../evaluation/judge.ts';
import { placeQuestions } from '../evaluation/place.ts';
import { parseQuestions } from '../evaluation/questions-file.ts';
import { reportOf } from '../evaluation/report.ts';
import { loadIntents } from '../intents/load-intents.ts';
import type { Intents } from '../intents/matcher.ts';
import type { Answer } from '../proceedings/answer.ts';
import { formatFinding } from '../proceedings/finding.ts';
import { type EvaluationSet, openParts, readText } from './eval-set.ts';

/** Gold questions to the whole bot over a corpus folder. */
export interface GoldOptions {
  /** Gold questions as `.jsonl`, or as a `questions.yaml`. */
  readonly gold: string;
  readonly corpus: string;
  readonly intents: string;
}

/**
 * Indexes a corpus folder for gold questions.
 *
 * @throws EvaluationError where the file of questions is missing or wrong, or the corpus answers none of them.
 * @throws CorpusError, IntentError as the loaders do.
 */
export async function openGold(options: GoldOptions): Promise<EvaluationSet> {
  const gold = readGold(options.gold);
  const { corpus } = await loadCorpus(options.corpus);
  const { questions, lost } = placeQuestions(gold, corpus);
  if (questions.length === 0)
    throw new EvaluationError(`${options.gold}: no quote stands in ${options.corpus}`, {
      hint: 'name the corpus that the questions were written for',
    });
  const intents = loadIntents(options.intents);
  return openParts({
    corpus,
    folders: [options.corpus],
    questions,
    remarks: remarksOn(lost, questions).map((remark) => `${options.gold}: left out: ${remark}`),
    ask: ({ question }, answerer) => askBot(question, answerer, intents),
    report: (asked, cost) =>
      reportOf(
        asked.map(({ item, result }) => judge(item, result, corpus)),
        botMeasures,
        cost,
        botGroups,
      ),
    wanted: ({ answerable, places, answers }) =>
      answerable ? [...places.map(({ quote }) => `“${quote}”`), ...answers] : ['silence'],
  });
}

/** The bot's answer to a question that stands alone; null where its reply is no answer. */
export function askBot(text: string, answerer: Answerer, intents: Intents): Answer | null {
  const reply = respondOnce({ text }, { answerer, intents });
  return reply.kind === 'answer' ? reply.answer : null;
}

function readGold(path: string): readonly GoldQuestion[] {
  const text = readText(path);
  if (!/\.ya?ml$/i.test(path)) return parseGold(path, text);
  const { questions, findings } = parseQuestions(text);
  if (findings.length > 0) throw new EvaluationError(findings.map(formatFinding).join('\n'));
  return questions;
}

/** One line a lost question, or one for all questions of a record that is not there. */
function remarksOn(lost: readonly GoldQuestion[], kept: readonly GoldQuestion[]): string[] {
  const records = [...new Set(lost.map(({ corpus }) => corpus))];
  return records.flatMap((record) => {
    const some = lost.filter(({ corpus }) => corpus === record);
    return kept.some(({ corpus }) => corpus === record)
      ? some.map(({ id, line }) => `line ${line}: no quote of ${id} stands in this corpus`)
      : [`all questions on "${record}": none of their quotes stands in this corpus`];
  });
}
