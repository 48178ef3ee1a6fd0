import { contextOf } from '../answer/context.ts';
import { undatedFilters } from '../language/question.ts';
import type { Excerpt } from '../proceedings/answer.ts';
import type { Language } from '../proceedings/proceedings.ts';
import { catalogueOf } from '../replies/catalogue.ts';
import { namesakes } from './clarify.ts';
import type { Memory } from './memory.ts';
import { type Moment, type Outcome, said, saying } from './moment.ts';

type Purpose = 'answer' | 'quotes';

/** Puts a question to the record, unless a filter in it cannot be read, or it may be about either of two namesakes. */
export function putQuestion(
  question: string,
  purpose: Purpose,
  language: Language,
  memory: Memory,
  moment: Moment,
): Outcome {
  const { answerer, patience, firstShown } = moment;
  const undated = undatedFilters(question);
  if (undated.length > 0) return saying(said(language, catalogueOf(language).filterWantsDate(undated)), memory, moment);
  const alike = patience > 0 ? namesakes(question, answerer.corpus) : null;
  if (alike !== null) {
    const { whichPerson } = catalogueOf(language);
    return saying({ kind: 'text', language, text: whichPerson(alike.surname), choices: alike.choices }, memory, moment);
  }
  const answer = answerer.answer(question, { language, purpose });
  const found = answer.kind === 'not_found' ? answer.nearest : answer.excerpts;
  const excerpts = answer.kind === 'answered' && purpose === 'answer' ? found.slice(0, firstShown) : found;
  return {
    replies: [{ kind: 'answer', language, answer, purpose }],
    memory: {
      language,
      asked: { question, purpose },
      shown: answer.kind === 'not_found' ? 0 : excerpts.length,
      excerpts,
      record: excerpts[0]?.citation.file ?? null,
      offer: null,
    },
  };
}

/** The next excerpts for the last question. */
export function moreExcerpts(language: Language, memory: Memory, moment: Moment): Outcome {
  const words = catalogueOf(language);
  const { asked, shown } = memory;
  if (asked === null) return saying(said(language, words.nothingToContinue), memory, moment);
  if (shown === 0) return saying(said(language, words.noMore), memory, moment);
  const answer = moment.answerer.answer(asked.question, { language, purpose: 'quotes', skip: shown });
  if (answer.kind === 'not_found') return saying(said(language, words.noMore), memory, moment);
  return {
    replies: [{ kind: 'answer', language, answer, purpose: 'quotes', skip: shown }],
    memory: { ...memory, language, shown: shown + answer.excerpts.length, excerpts: answer.excerpts },
  };
}

/** The passage around an excerpt of the last reply. `wanted`: its number as typed, from 1; empty for the first. */
export function showContext(wanted: string, language: Language, memory: Memory, moment: Moment): Outcome {
  const words = catalogueOf(language);
  const { excerpts } = memory;
  if (excerpts.length === 0) return saying(said(language, words.nothingToShow), memory, moment);
  const excerpt = excerpts[wanted === '' ? 0 : Number(wanted) - 1];
  if (!excerpt) return saying(said(language, words.noSuchExcerpt(excerpts.length)), memory, moment);
  const context = stillThere(excerpt, moment) ? contextOf(moment.answerer.corpus, excerpt.citation) : null;
  if (context === null) return saying(said(language, words.excerptGone), memory, moment);
  return { replies: [{ kind: 'context', language, ...context, excerpt }], memory: { ...memory, language } };
}

/** A reloaded file may hold other words at the same place. */
function stillThere({ text, citation }: Excerpt, { answerer }: Moment): boolean {
  const proceedings = answerer.corpus.proceedings.find(({ file }) => file === citation.file);
  return proceedings?.text.slice(citation.start, citation.end) === text;
}
