import type { Answer, CandidateAnswers, NotFound } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { clip } from './text.ts';
export function tallyText(answer: CandidateAnswers): string {
  return clip(
    answer.candidates.map(({ headline, excerpts }) => `${clip(headline, 60)} (${excerpts.length})`).join(' · '),
    600,
  );
}
export function othersText(count: number, language: Language): string {
  return language === 'fr' ? `et ${count} autres` : `and ${count} more`;
}
export function silentSpeakerText(name: string, language: Language): string {
  return language === 'fr'
    ? `${name} n’en parle pas ; d’autres en disent :`
    : `${name} does not speak of it; others say:`;
}
export function nearestTitle(language: Language): string {
  return language === 'fr'
    ? 'Passages les plus proches (ce n’est pas une réponse) :'
    : 'Nearest passages (not an answer):';
}
export function notFoundText(answer: NotFound, language: Language): string {
  return (
    (language === 'fr'
      ? 'Le compte rendu ne répond pas à cette question. '
      : 'The record does not answer this question. ') + answer.missingWords.slice(0, 10).join(', ')
  );
}
export function answerText(answer: Answer, language: Language): string {
  return answer.kind === 'not_found' ? notFoundText(answer, language) : answer.excerpts.map((e) => e.text).join('\n');
}
