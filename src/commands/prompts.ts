import { join } from 'node:path';
import type { Answerer } from '../answer/answerer.ts';
import type { Prompts, SuggestedPrompt } from '../channels/slack/agent.ts';
import type { Desk } from '../conversation/engine.ts';
import { respondOnce } from '../conversation/respond.ts';
import { readCompanion } from '../corpus/companion.ts';
import type { GoldQuestion } from '../evaluation/gold.ts';
import { judge } from '../evaluation/judge.ts';
import { type PlacedQuestion, placeQuestions } from '../evaluation/place.ts';
import { parseQuestions, questionsFile } from '../evaluation/questions-file.ts';
import type { Intents } from '../intents/matcher.ts';
import type { Language } from '../proceedings/proceedings.ts';

/** Slack shows at most so many. */
const mostPrompts = 4;

/** So sure the answer must be, 0 to 1. */
const leastScore = 0.75;

/** Asking takes time, in a large record more: so many questions of a language are tried at most. */
const mostTried = 60;

interface Tried {
  readonly prompt: SuggestedPrompt;
  readonly score: number;
  /** The section that answers. */
  readonly section: string;
}

/**
 * Questions of the folder's `questions.yaml` that the corpus of the moment answers surely and rightly, the surest first, each
 * out of another section where there are as many. The same for the same files; none where the folder has no such file.
 */
export function createPrompts(folder: string, { answerer, intents }: Desk): Prompts {
  const known = new WeakMap<Answerer, Map<Language, Promise<readonly SuggestedPrompt[]>>>();
  return (language) => {
    const current = answerer();
    const ofCurrent = known.get(current) ?? new Map<Language, Promise<readonly SuggestedPrompt[]>>();
    known.set(current, ofCurrent);
    const found = ofCurrent.get(language) ?? choose(folder, current, intents, language).catch(() => []);
    ofCurrent.set(language, found);
    return found;
  };
}

async function choose(
  folder: string,
  answerer: Answerer,
  intents: Intents,
  language: Language,
): Promise<readonly SuggestedPrompt[]> {
  const content = await readCompanion(join(folder, questionsFile), questionsFile);
  if (content === null || 'fault' in content) return [];
  const { questions } = parseQuestions(content.text);
  const asked = questions.filter((question) => isFit(question, language));
  const tried: Tried[] = [];
  for (const question of placeQuestions(asked, answerer.corpus).questions.slice(0, mostTried)) {
    // Messages of people go before the next question.
    await new Promise((resolve) => setImmediate(resolve));
    tried.push(...tryOut(question, answerer, intents));
  }
  const surest = tried.toSorted((a, b) => b.score - a.score);
  const firsts = surest.filter(
    ({ section }, index) => surest.findIndex((other) => other.section === section) === index,
  );
  const others = surest.filter((one) => !firsts.includes(one));
  return [...firsts, ...others].slice(0, mostPrompts).map(({ prompt }) => prompt);
}

function isFit({ language: written, style, answerable, unsolved }: GoldQuestion, language: Language): boolean {
  return written === language && style === 'full' && answerable && !unsolved;
}

/** A question that is answered surely and rightly at first; nothing for any other. */
function tryOut(question: PlacedQuestion, answerer: Answerer, intents: Intents): readonly Tried[] {
  const reply = respondOnce({ text: question.question }, { answerer, intents });
  if (reply.kind !== 'answer' || reply.answer.kind !== 'answered') return [];
  const [first] = reply.answer.excerpts;
  if (first === undefined || first.score < leastScore) return [];
  if (judge(question, reply.answer, answerer.corpus).right !== 1) return [];
  const section = JSON.stringify([first.citation.file, first.citation.section]);
  const message = question.question;
  const title = message.charAt(0).toUpperCase() + message.slice(1);
  return [{ prompt: { title, message }, score: first.score, section }];
}
