import { fold } from '../language/fold.ts';
import { singular } from '../language/singular.ts';

/** For a noun that a question asks by, folded: the nouns that the names of such bodies open with. Other nouns, "organisme", ask for any. */
const openings: Readonly<Record<string, string>> = {
  entreprise: 'entreprise societe groupe compagnie consortium banque',
  syndicat: 'syndicat confederation federation union',
  association: 'association fondation federation confederation collectif club reseau comite',
  hopital: 'hopital centre etablissement clinique',
  parti: 'parti mouvement',
  ministere: 'ministere',
  universite: 'universite institut etablissement',
  tribunal: 'tribunal cour chambre conseil',
};
const sameAs: Readonly<Record<string, string>> = {
  societe: 'entreprise',
  firme: 'entreprise',
  compagnie: 'entreprise',
  company: 'entreprise',
  firm: 'entreprise',
  union: 'syndicat',
  charity: 'association',
  hospital: 'hopital',
  party: 'parti',
  ministry: 'ministere',
  university: 'universite',
  cour: 'tribunal',
  court: 'tribunal',
};

const fitting = 0.7;
/** "La direction de la SNCF" is no union. */
const other = 0.3;

/**
 * How well the name of a body fits the noun that is asked by, 0 to 1: too little where it opens with the noun of a body of another
 * kind. Acronyms and names without such a noun may be anything.
 */
export function bodyFit(name: string, head: string | null): number {
  const asked = singular(head ?? '');
  const known = openings[sameAs[asked] ?? asked]?.split(' ');
  const opening = /^(?:[Ll]['’]|[Ll][ea]s? )?(?<noun>\p{Ll}+) /u.exec(name)?.groups?.['noun'];
  if (known === undefined || opening === undefined) return fitting;
  return known.includes(singular(fold(opening))) ? fitting : other;
}
