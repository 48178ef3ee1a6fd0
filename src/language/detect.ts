import type { Language } from '../proceedings/proceedings.ts';
import { fold } from './fold.ts';
import { interrogativeOf } from './interrogatives.ts';

const markers: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    `le la les un une des du de au aux et ou est sont ont dans en pour par sur avec sans que qui quoi dont qu quel quelle
    quels quelles combien quand pourquoi comment il elle ils elles nous vous je tu ce cet cette ces ca c l d n j
    fait faire dit ete selon apres avant depuis pas plus se sa son ses leur leurs cite citer merci bonjour aide`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `the an of and or is are was were do does did has have had in on at for by with without that which who whom whose what
    when where why how many much it he she they we you i this these those there to from about according said say says not
    be been can will would his her their its as into please tell me quote show help hello hi thanks thank more list`.split(
      /\s+/,
    ),
  ),
};

/** Interrogatives: they settle the language even where the rest is a title or a name in the other. */
const interrogatives: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set('qui quel quelle quels quelles combien quand pourquoi comment lequel laquelle'.split(' ')),
  en: new Set('who whom whose what which when where why how did does'.split(' ')),
};
const interrogativeWeight = 3;

const quoted = /"[^"]*"|«[^»]*»|“[^”]*”/g;

/**
 * French or English by the small words and accents of a message, those outside quotation marks first; null where they
 * do not tell. Reads its first 2,000 characters.
 */
export function detectLanguage(text: string): Language | null {
  const start = text.slice(0, 2_000);
  return languageOf(start.replace(quoted, ' ')) ?? languageOf(start);
}

function languageOf(text: string): Language | null {
  let balance = /[àâçèêëîïôùûœ]|é/i.test(text) ? 0.6 : 0;
  for (const [typed] of fold(text).matchAll(/[a-z]+/g)) {
    const word = interrogativeOf(typed, 'en') ?? typed;
    if (markers.fr.has(word)) balance += interrogatives.fr.has(word) ? interrogativeWeight : 1;
    if (markers.en.has(word)) balance -= interrogatives.en.has(word) ? interrogativeWeight : 1;
  }
  if (balance === 0) return null;
  return balance > 0 ? 'fr' : 'en';
}
