import type { Language } from '../proceedings/proceedings.ts';
import { editDistance } from './edit-distance.ts';

/** Words of asking that are long enough to be told with a slip in them. */
const interrogatives: Readonly<Record<Language, readonly string[]>> = {
  fr: ['pourquoi', 'comment', 'combien', 'quelle', 'quelles'],
  en: ['which'],
};
/** Words of their own, one letter away from one of these. */
const others = new Set(
  'commente comments commet commenta combine combines combier quille quilles pourquois witch winch'.split(' '),
);
const shortest = 4;

/** The interrogative that a folded word is, with at most one slip after its first letter ("pourqoi", "conbien", "wich"), or null. */
export function interrogativeOf(word: string, language: Language): string | null {
  if (word.length < shortest || others.has(word)) return null;
  const near = (one: string): boolean => one[0] === word[0] && editDistance(one, word) <= 1;
  return interrogatives[language].find((one) => one === word) ?? interrogatives[language].find(near) ?? null;
}

/** How people lead up to a question. */
const polite: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:(?:bonjour|bonsoir|s'il vous plait|svp)[, ]+)?(?:(?:je |j')(?:voudrais|aimerais|veux|souhaite(?:rais)?) savoir |(?:pouvez|pourriez|peux)[- ](?:vous|tu) (?:me |nous )?(?:dire|preciser|indiquer) |(?:est[- ]ce que )?(?:vous savez|savez[- ]vous|tu sais|sais[- ]tu) |(?:dites|dis)[- ](?:moi|nous) )/,
  en: /^(?:(?:hello|hi)[, ]+)?(?:please[, ]+)?(?:(?:(?:can|could|will|would) you (?:please )?)?(?:tell|let) (?:me|us) (?:know )?|do you know |i(?: would|'d) like to know )/,
};

/** What is asked in a folded question: without what leads up to it, its words of asking spelled right. */
export function askedIn(folded: string, language: Language): string {
  const asked = folded.replace(polite[language], '');
  return asked.replace(/[a-z]+/g, (word) => interrogativeOf(word, language) ?? word);
}
