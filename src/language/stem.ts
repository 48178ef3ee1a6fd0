import porter from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import { fold } from './fold.ts';

/**
 * Words that Snowball's French algorithm leaves apart though they are forms of one word (travail, travaux), or
 * throws together though they are not (département, départ). Written folded; the value is the stem to use.
 */
const exceptions = new Map(
  Object.entries({
    departement: 'departement',
    departements: 'departement',
    departemental: 'departement',
    departementale: 'departement',
    departementales: 'departement',
    departementaux: 'departement',
    travail: 'travail',
    travaux: 'travail',
    teletravail: 'teletravail',
    elu: 'elu',
    elus: 'elu',
    elue: 'elu',
    elues: 'elu',
    bail: 'bail',
    baux: 'bail',
    oeil: 'oeil',
    yeux: 'oeil',
    ciel: 'ciel',
    cieux: 'ciel',
    commune: 'commune',
    communes: 'commune',
    communal: 'commune',
    communale: 'commune',
    communaux: 'commune',
    maire: 'maire',
    maires: 'maire',
    mairie: 'mairie',
    mairies: 'mairie',
    volant: 'volant',
    volants: 'volant',
    volante: 'volant',
    volantes: 'volant',
    organe: 'organe',
    organes: 'organe',
    organisme: 'organisme',
    organismes: 'organisme',
  }),
);

/** Plurals that the algorithm leaves alone, because some words end so in the singular: emplois, lois, délais, élus. */
const spareS = /(?<=[a-z]{2}[aiou])s$/;

/** Folded stem of a French word; digits and one- or two-letter words come back folded only. Snowball French by `natural`. */
export function stem(word: string): string {
  const folded = fold(word);
  if (folded.length < 3 || /\d/.test(folded)) return folded;
  return (
    exceptions.get(folded) ??
    fold(porter.stem(word.normalize('NFC').toLowerCase().replaceAll('’', "'"))).replace(spareS, '')
  );
}
