import { isComposed } from '../intents/composed.ts';
import type { IntentMatch } from '../intents/matcher.ts';
import type { Language } from '../proceedings/proceedings.ts';
import { catalogueOf } from '../replies/catalogue.ts';
import { frenchSpacing } from '../replies/french.ts';
import { moreExcerpts, putQuestion, showContext } from './asking.ts';
import { listParticipants, type Listing, listSections } from './browsing.ts';
import { askOfSection, leansBack, mergeFollowUp } from './follow-up.ts';
import { proceedingsList } from './lists.ts';
import type { Memory } from './memory.ts';
import { type Moment, type Outcome, said, saying } from './moment.ts';

/** Does what a message asks for. What no intent can do is put to the record as a question. */
export function act(match: IntentMatch, language: Language, memory: Memory, moment: Moment): Outcome {
  const { corpus } = moment.answerer;
  const last = memory.asked?.question ?? null;
  const asQuestion = (question = match.message): Outcome => putQuestion(question, 'answer', language, memory, moment);
  const listing = (found: Listing | null): Outcome =>
    found === null ? asQuestion() : saying(found.reply, { ...memory, record: found.record ?? memory.record }, moment);
  if (!isComposed(match.name)) {
    if (match.reply === null) return asQuestion();
    const text = language === 'fr' ? frenchSpacing(match.reply.fr) : match.reply.en;
    return saying(said(language, text), memory, moment);
  }
  switch (match.name) {
    case 'ask':
      return last !== null && leansBack(match.message)
        ? firstAnswered(readings(match.message, last, memory), asQuestion)
        : asQuestion();
    case 'follow_up':
      return asQuestion(last === null ? match.message : mergeFollowUp(last, match.message));
    case 'quotes': {
      const subject = match.subject === '' ? last : wordsWanted(match);
      if (subject === null) return saying(said(language, catalogueOf(language).quoteWhat), memory, moment);
      return putQuestion(subject, 'quotes', language, memory, moment);
    }
    case 'more':
      return moreExcerpts(language, memory, moment);
    case 'context':
      return showContext(match.subject, language, memory, moment);
    case 'list_proceedings':
      return saying(proceedingsList(corpus, language), memory, moment);
    case 'list_sections':
      return listing(listSections(match.subject, language, memory, corpus));
    case 'participants':
      return listing(listParticipants(match.subject, language, memory, corpus));
  }
}

const by = "(?:de |d['’]|by |from )\\s*";
const endsBy = new RegExp(`(?<!\\p{L})${by}$`, 'iu');
const opensBy = new RegExp(`^${by}`, 'i');

const endsCite = /(?:^|\s)(?:cite[rz]?|quote)(?:[ -](?:moi|nous|me|us))?\s*$/i;
/** A person by honorific or whole name, and what they shall speak of; a surname alone may be a town or a law. */
const aPerson =
  /^(?:(?:M\.|Mme|Mlle|Mr|Mrs|Ms|monsieur|madame) \p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)(?: \p{Lu}[\p{L}’'-]+)?(?:$|\s(?:sur|à propos|au sujet|concernant|about|on|regarding)\s)/u;

/** "Une citation de Mme Barthe" and "cite Mme Barthe" want her words, "une citation sur Mme Barthe" words about her. */
function wordsWanted({ subject, message }: IntentMatch): string {
  const before = message.slice(0, Math.max(0, message.lastIndexOf(subject)));
  const whose = subject.replace(opensBy, '');
  const named = endsBy.test(before) || (endsCite.test(before) && aPerson.test(subject));
  return whose !== subject || named ? `citation de ${whose}` : subject;
}

/** What "et qui a présidé ?" may mean, the likeliest first: of the section just cited, of the last question's matter, or alone. */
function readings(message: string, last: string, { excerpts }: Memory): readonly string[] {
  const section = excerpts[0]?.citation.section.at(-1);
  const ofSection = section === undefined ? null : askOfSection(message, section);
  return [...(ofSection === null ? [] : [ofSection]), mergeFollowUp(last, message), message];
}

/** The outcome of the first reading that the record answers, else of the first. */
function firstAnswered(questions: readonly string[], ask: (question: string) => Outcome): Outcome {
  const [first = '', ...others] = questions;
  const likeliest = ask(first);
  if (!isSilent(likeliest)) return likeliest;
  for (const question of others) {
    const outcome = ask(question);
    if (!isSilent(outcome)) return outcome;
  }
  return likeliest;
}

function isSilent({ replies }: Outcome): boolean {
  return replies.every((reply) => reply.kind === 'answer' && reply.answer.kind === 'not_found');
}
