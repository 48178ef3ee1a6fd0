/** The white space that may stand between the words of a name or role. */
export const space = String.raw`[ \t\n\u00a0\u202f]`;

/** Honorifics as the records abbreviate them. */
export const shortHonorific = String.raw`(?:MM?\.|Mmes?\.?|Mlles?\.?|Drs?\.?|Prs?\.?|Mes?|Mgr|Mr\.?|Mrs\.?|Ms\.?)`;

/** The same and the words in full; "Monsieur le ministre, …" also addresses somebody, so these need a marker beside them. */
export const anyHonorific = String.raw`(?:${shortHonorific}|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames)`;

const initials = String.raw`\p{Lu}\p{Ll}?\.(?:-?\p{Lu}\p{Ll}?\.)*`;
const capitalised = String.raw`(?:[dDlL]['’])?\p{Lu}[\p{L}\p{M}'’·-]*`;
const particle = String.raw`(?:de|du|des|la|le|les|von|van|der|den|di|da|del|della|dos|el|al|ben|bin|et)`;

/** "Christian Jacob", "L. Barthe", "K. Le Chenadec": capitals, initials, particles (nine words at most); ends in a full word. */
export const properName = String.raw`(?:(?:${initials}|${capitalised}|${particle})${space}+){0,8}${capitalised}(?![\p{L}\p{M}.])`;

/** "la ministre", "le président de la commission": a function used as a name, at most 120 characters. */
export const functionName = String.raw`(?:l[ea]s?${space}|l['’])[^.:;!?…«»()\n]{2,120}`;

/** Words that make a sentence of what stands between an honorific and a colon. */
const clauseWords = new Set(
  (
    'a ont est sont devait devaient disait disaient était étaient avait avaient fut furent eut sera seront aura auront serait aurait va vont vient ' +
    'viennent peut peuvent doit doivent veut veulent fait font dit disent dira prend prennent reprend rend rendent tient ' +
    'soutient intervient admet reconnaît répond répondent conclut poursuit décrit introduit définit met ouvre offre se ne ' +
    'que qui nous lui leur y'
  ).split(' '),
);

/** Stems of the verbs in -er with which narrators report speech; "juge" and "garde" are also titles, so not here. */
const reportingStems = new Set(
  (
    'affirm ajout alert annonc appell approuv assur cit clôtur comment complèt confirm conseill considèr constat contest ' +
    'critiqu déclar demand dénonc déplor détaill développ encourag énumèr espèr estim évoqu exhort expliqu expos exprim ' +
    'félicit illustr indiqu insist interpell interrog invit lanc martel mentionn montr not observ parl pens plaid précis ' +
    'préconis présent propos questionn racont rappell rappel rapport recommand regrett relat relèv remarqu remerci résum ' +
    'retrac révèl salu signal souhait soulign soulèv suggèr témoign termin'
  ).split(' '),
);
const reportingEndings = ['e', 'ent', 'a', 'ait', 'aient', 'èrent', 'era', 'eront'];

/** Whether what should be a name and a role is a clause instead: "M. Dupont a indiqué que", "Mme Barthe explique". */
export function isClause(text: string): boolean {
  const sentenceBreak = /\p{L}{3}[.!?…][\s»”)]+\p{Lu}/u;
  return sentenceBreak.test(text) || text.split(/[\s,;()]+/).some(isClauseWord);
}

function isClauseWord(word: string): boolean {
  if (clauseWords.has(word) || /^(?:[nsc]|qu)['’]|^l['’](?:a|ont|avait|avaient)$/.test(word)) return true;
  return reportingEndings.some(
    (ending) => word.endsWith(ending) && reportingStems.has(word.slice(0, word.length - ending.length)),
  );
}
