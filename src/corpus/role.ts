import { fold } from '../language/fold.ts';

/** What a description says of a person, in its own words. */
export interface Description {
  readonly role: string | null;
  readonly organisation: string | null;
}

const organisationNouns = new Set(
  (
    'academie administration agence amicale assemblee association autorite banque bureau caisse centre cercle ' +
    'chambre college collectif collectivite comite commission communaute compagnie confederation conseil consortium ' +
    'cooperative cour departement direction ecole entreprise etablissement faculte federation fondation groupe groupement ' +
    'hopital inspection institut laboratoire ligue mairie metropole ministere mission musee mutuelle observatoire office ' +
    'ong organisation parlement pole prefecture region reseau senat service societe syndicat tribunal union universite ' +
    'ville'
  ).split(' '),
);

/** Offices of a place or of the State: what follows them is a territory or a subject ("maire de Lyon"), not an employer. */
const publicOffice =
  /^(?:l[ae] |l['’])?(?:ancien(?:ne)? )?(?:vice-|sous-)?(?:maire|deput|senat|ministre|garde|secretaire d['’]|premi|haut|prefet|conseill|elue?\b|ambassad|adjoint|porte-parole|rapporteu|commissaire)/;

/** Members of a government: what follows is their subject ("ministre chargé de la ville"), never an organisation. */
const government = /^(?:ministre|secretaire d['’]|garde|premi|haut-commissaire)/;

/** Openings of a role that may be written with a capital: "Président du Conseil général". */
const roleNoun =
  /^(?:co-?|vice-|sous-)?(?:presid|direct|maire|deput|senat|ministre|secretaire|conseill|chef|responsable|delegu|adjoint|prefet|sous-prefet|profess|cherch|enseign|maitre|consult|fondat|gerant|pdg|dg[as]?\b|dgs|charge|coordin|coordonn|rapport|premier|premiere|haut|garde|membre|expert|econom|sociolog|geograph|ingenieur|avocat|journaliste|redact|animat|administrat|tresor|doyen|commissaire|ambassad|porte-parole|ancien|elu)/;

const link = /(?:^|[ \u00a0])(à la |à l['’]|à |aux? |chez |du |des |de la |de l['’]|de |d['’])/g;
const notAnEmployer = new Set(['etat', 'republique', 'europe', 'france', 'interieur', 'exterieur']);

/**
 * Splits "directeur Emmaüs Connect" or "enseignante-chercheure en géographie à l’Université de Toulouse" into role and
 * organisation. After "de" the role keeps the organisation's name: "président du Conseil général du Jura" is the whole role,
 * of "Conseil général du Jura".
 */
export function describe(description: string): Description {
  if (description === '') return { role: null, organisation: null };
  if (/^\p{Lu}/u.test(description) && !roleNoun.test(fold(description)))
    return { role: null, organisation: description };
  return (
    appended(description) ?? linked(description) ?? juxtaposed(description) ?? { role: description, organisation: null }
  );
}

/** "directeur général, Orange" */
function appended(description: string): Description | null {
  const comma = description.lastIndexOf(', ');
  const last = description.slice(comma + 2);
  if (comma < 0 || !/^\p{Lu}/u.test(last) || roleNoun.test(fold(last))) return null;
  return { role: description.slice(0, comma), organisation: last };
}

/** "géographe au CNRS", "directeur de la Caisse des dépôts" */
function linked(description: string): Description | null {
  if (government.test(fold(description))) return null;
  const officeHolder = publicOffice.test(fold(description));
  for (const match of description.matchAll(link)) {
    const preposition = match[1] ?? '';
    const after = match.index + match[0].length;
    const noun = /^(?!M\.|Mme )[\p{L}\p{M}-]+/u.exec(description.slice(after))?.[0] ?? '';
    const employer = /^\p{Lu}/u.test(noun) && !officeHolder && !notAnEmployer.has(fold(noun));
    if (!organisationNouns.has(fold(noun).split('-')[0] ?? '') && !(employer && preposition !== 'à ')) continue;
    const article = /l(?:a |['’])$/.exec(preposition)?.[0].length ?? 0;
    const organisation = upToComma(description.slice(after - article));
    const workplace = /^(?:à|au|chez)/.test(preposition);
    return { role: workplace ? description.slice(0, match.index) : description, organisation };
  }
  return null;
}

/** "consultant Algoé" */
function juxtaposed(description: string): Description | null {
  const match = /^([^,]*?\p{Ll}{3}) (\p{Lu}[^,]*)$/u.exec(description);
  const [, role, organisation] = match ?? [];
  if (role === undefined || organisation === undefined || publicOffice.test(fold(role))) return null;
  return /(?:^|[ '’])(?:des|les|aux|sur|pour|par|avec|dans|chez|entre)$/.test(role) ? null : { role, organisation };
}

function upToComma(text: string): string {
  return text.split(',', 1)[0] ?? text;
}
