import type { Answer, Candidate, Excerpt, NotFound } from '../proceedings/answer.ts';
import type { Language } from '../proceedings/proceedings.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { citationLine } from './citation-line.ts';
import type { AnswerReply, ContextReply, Reply, TextReply } from './reply.ts';

/** Missing words that are named at most; a pasted page may have hundreds. */
const mostMissingWords = 8;

/** How words of the record are set in text; default: whole, between guillemets. */
export type Quote = (text: string) => string;

/** A reply as plain text that reads well alone: for terminals, `ask --json` and notifications. Quotations are verbatim. */
export function replyAsText(reply: Reply, quote: Quote = quotation): string {
  switch (reply.kind) {
    case 'answer':
      return answerAsText(reply, quote);
    case 'text':
      return textWithChoices(reply);
    case 'context':
      return contextAsText(reply, quote);
  }
}

/** "Cantal (2) · Drôme (1)": each candidate with the number of its excerpts. */
export function tally(candidates: readonly Candidate[]): string {
  return candidates.map(({ headline, excerpts }) => `${headline} (${excerpts.length})`).join(' · ');
}

/** What was searched in vain, without the nearest passages: one sentence a line. */
export function notFoundLines(
  answer: NotFound,
  words: Catalogue,
  purpose: AnswerReply['purpose'] = 'answer',
): readonly string[] {
  const missing = answer.missingWords.slice(0, mostMissingWords);
  return [
    ...silence(answer, words, purpose),
    ...(missing.length > 0 ? [words.missingWords(missing)] : []),
    ...(answer.tried.length > 0 ? [words.tried(answer.tried)] : []),
  ];
}

function silence(
  { silentSpeaker, searched, unmet = [] }: NotFound,
  words: Catalogue,
  purpose: AnswerReply['purpose'],
): readonly string[] {
  // Only a filter by speaker leaves nothing to search; what else was searched is then beside the point.
  if (silentSpeaker !== null && searched.passages === 0 && unmet.length === 0)
    return [words.neverSpeaks(silentSpeaker)];
  const said =
    silentSpeaker !== null ? words.saysNothing(silentSpeaker) : purpose === 'quotes' ? words.noQuotes : words.notFound;
  if (unmet.length > 0) return [said, words.unmet(unmet.slice(0, mostMissingWords))];
  return [said, words.searched(searched)];
}

/** The excerpt between quotation marks. It begins and ends with a sentence or its paragraph: no cut is to be marked. */
export function quotation(text: string): string {
  return `«\u00a0${text}\u00a0»`;
}

function answerAsText({ answer, language, purpose }: AnswerReply, quote: Quote): string {
  const words = catalogueOf(language);
  return paragraphs(answerParagraphs(answer, words, language, purpose, quote));
}

function answerParagraphs(
  answer: Answer,
  words: Catalogue,
  language: Language,
  purpose: AnswerReply['purpose'],
  quote: Quote,
): readonly string[] {
  const cite = (excerpt: Excerpt): string => cited(excerpt, language, quote);
  switch (answer.kind) {
    case 'answered': {
      const [first, ...others] = answer.excerpts;
      return [
        ...(answer.silentSpeaker === null ? [] : [words.notTheirWords(answer.silentSpeaker)]),
        ...(answer.headline === null ? [] : [answer.headline]),
        ...(first ? [cite(first)] : []),
        ...(others.length > 0 && purpose !== 'quotes' ? [words.otherExcerpts] : []),
        ...others.map(cite),
      ];
    }
    case 'candidates':
      return [
        tally(answer.candidates),
        ...answer.candidates.map(({ headline, excerpts }) => [headline, ...excerpts.map(cite)].join('\n')),
      ];
    case 'not_found':
      return [
        notFoundLines(answer, words, purpose).join('\n'),
        ...(answer.nearest.length > 0 ? [words.nearest, ...answer.nearest.map(cite)] : []),
      ];
  }
}

function textWithChoices({ text, choices, language }: TextReply): string {
  if (choices.length === 0) return text;
  const numbered = choices.map(({ label }, index) => `${index + 1}. ${label}`);
  return [text, ...numbered, catalogueOf(language).answerByNumber].join('\n');
}

function contextAsText({ passage, previous, next, language }: ContextReply, quote: Quote): string {
  const words = catalogueOf(language);
  return paragraphs([
    ...neighbour(words.before, previous, quote),
    `${words.passage}\n${cited(passage, language, quote)}`,
    ...neighbour(words.after, next, quote),
  ]);
}

function neighbour(label: string, excerpt: Excerpt | null, quote: Quote): readonly string[] {
  return excerpt === null ? [] : [`${label}\n${quote(excerpt.text)}`];
}

function cited(excerpt: Excerpt, language: Language, quote: Quote): string {
  return `${quote(excerpt.text)}\n— ${citationLine(excerpt.citation, language)}`;
}

function paragraphs(parts: readonly string[]): string {
  return parts.join('\n\n');
}
