import iso from 'stopwords-iso/stopwords-iso.json' with { type: 'json' };
import type { Language } from '../proceedings/proceedings.ts';
import { fold } from './fold.ts';

/** On the published lists, yet they carry meaning in a question to a public record. */
const meaningful = new Set(
  [
    'personne personnes gens ouvert ouverte ouverts parole possible premier premiere premieres dernier derniere dernieres',
    'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante',
    'cinquante soixante cent cents mille maximale minimale nouveau nouveaux nouvelle nouvelles valeur unique uniques rare',
    'rares direct directe vif piece suffisant suffisante naturel naturelle relative restant stop retour multiple multiples',
    'etat cher chere voie voies car mot mine force droite exterieur exterieure essai proche debout dehors plein pur',
    'help home act auth high low big work works working million billion world area state group interest large long member',
    'men need new old open place point problem room second third thing things today turn turned year years young fire found',
    'full government cost employer',
  ].flatMap((line) => line.split(' ')),
);

/** Words of asking, not of the thing asked: they find nothing in a record. */
const asking: Readonly<Record<Language, string>> = {
  fr: `est-ce qu quoi quel quelle quels quelles combien cb quand pourquoi comment lequel laquelle lesquels lesquelles
    savoir sais sait connaitre veux voudrais voudrait aimerais peux pourriez svp stp merci bonjour bonsoir question
    faut faudra faudrait faire dois devons devez devrais devrions pouvons pouvez pourrions voulons voulez voulais voulait
    aimerions souhaite souhaiterais chose
    faveur temps veut signifie signification appelle nomme nommee nommes ca cela ete a y t`,
  en: `what which who whom whose when where why how many much please tell know want hello hi thanks question does did do
    is are was were be been has have had mean means called actually`,
};

const lists: Readonly<Record<Language, ReadonlySet<string>>> = { fr: listOf('fr'), en: listOf('en') };

function listOf(language: Language): ReadonlySet<string> {
  const words = [...iso[language], ...asking[language].split(/\s+/)].map(fold).filter((word) => !meaningful.has(word));
  return new Set(words);
}

/** Whether a folded word says nothing about what is asked. Lists: stopwords-iso (MIT), less words with meaning here. */
export function isStopword(surface: string, language: Language): boolean {
  return lists[language].has(surface) || (surface.length === 1 && !/\d/.test(surface));
}
