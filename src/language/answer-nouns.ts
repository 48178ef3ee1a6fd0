import { editDistance } from './edit-distance.ts';
import { isStopword } from './stopwords.ts';

/** The types that a noun after "quel" or "which" can tell. */
type NounType = 'PERSON' | 'PLACE' | 'DATE' | 'NUMBER' | 'ORG';

/** Nouns that tell the type after "quel" / "which", folded, in the singular. */
const nouns: Readonly<Record<NounType, string>> = {
  PERSON: `personne personnalite parlementaire victime fille garcon president presidente ministre depute deputee senateur senatrice
    maire elu elue homme femme auteur autrice
    acteur actrice ecrivain ecrivaine chercheur chercheure chercheuse roi reine animateur animatrice intervenant intervenante directeur
    directrice expert experte prefet prefete champion championne sportif sportive artiste chanteur chanteuse architecte nom candidat candidate
    responsable professeur professeure medecin scientifique juge avocat avocate journaliste reporter capitaine commandant general colonel
    fondateur fondatrice createur creatrice inventeur proprietaire dirigeant dirigeante patron patronne chef cheffe secretaire rapporteur
    rapporteure orateur oratrice conseiller conseillere procureur procureure ambassadeur ambassadrice philosophe historien historienne
    economiste peintre sculpteur musicien musicienne realisateur realisatrice joueur joueuse entraineur pilote agriculteur agricultrice
    successeur predecesseur remplacant remplacante porte-parole delegue deleguee coordinateur coordinatrice commissaire eveque pape
    recteur rectrice proviseur proviseure inspecteur inspectrice instituteur institutrice maitre-nageur enseignant enseignante eleve
    etudiant etudiante policier policiere gendarme pompier soldat militaire infirmier infirmiere aide-soignant aide-soignante sage-femme
    pharmacien pharmacienne psychologue magistrat magistrate greffier greffiere notaire prefete sous-prefet sous-prefete adjoint adjointe
    vice-president vice-presidente membre collaborateur collaboratrice employe employee salarie salariee ouvrier ouvriere
    fonctionnaire temoin militant militante syndicaliste benevole habitant habitante riverain riveraine randonneur randonneuse chauffeur
    conducteur conductrice livreur livreuse commercant commercante epicier epiciere boulanger boulangere restaurateur restauratrice
    artisan artisane entrepreneur entrepreneure gerant gerante exploitant exploitante eleveur eleveuse vigneron vigneronne apiculteur
    pecheur ingenieur ingenieure technicien technicienne urbaniste sociologue geographe mathematicien mathematicienne physicien
    physicienne chimiste biologiste poete poetesse compositeur compositrice cineaste danseur danseuse heros heroine saint empereur
    imperatrice prince princesse duc duchesse comte comtesse seigneur
    person people girl boy president minister deputy senator mayor man woman author actor actress writer researcher king queen director
    expert chair
    chairman chairwoman speaker name champion athlete singer artist scientist judge lawyer leader candidate councillor journalist reporter
    captain commander general colonel founder creator inventor owner manager boss head secretary rapporteur adviser prosecutor ambassador
    philosopher historian economist painter sculptor musician player coach pilot farmer successor predecessor spokesman spokeswoman
    spokesperson delegate coordinator commissioner bishop pope doctor professor teacher engineer driver nurse
    policeman policewoman inspector magistrate headteacher volunteer employee worker resident witness member grocer baker shopkeeper
    craftsman entrepreneur rider firefighter soldier sociologist psychologist`,
  PLACE: `departement ville commune region pays lieu endroit village canton ile quartier continent capitale agglomeration prison gare site
    port aeroport localite adresse metropole circonscription province emplacement localisation
    department town city region country place village island district county capital site airport port station prison constituency
    province municipality`,
  DATE: `annee date jour mois siecle epoque moment periode decennie an echeance year date day month century time decade deadline`,
  NUMBER: `nombre montant part proportion pourcentage taux prix cout budget somme chiffre age superficie duree quantite distance surface
    population effectif tarif salaire hauteur longueur profondeur poids vitesse delai horizon temperature heure horaire
    remuneration indemnite honoraires amende dette deficit largeur altitude masse prime puissance capacite dotation enveloppe subvention
    tonnage facture loyer
    number amount share percentage rate price cost budget sum age length size height depth weight speed salary horizon
    temperature debt deficit fine width fee bonus wage rent`,
  ORG: `organisme entreprise societe association institution hopital groupe parti employeur ministere organisation syndicat agence banque
    compagnie club operateur consortium universite federation fondation cabinet autorite tribunal cour commission comite collectif journal
    groupement prestataire delegataire titulaire assureur mutuelle start-up firme
    company organisation organization association institution hospital group party employer ministry union agency bank body firm university
    federation foundation authority court commission committee newspaper operator supplier manufacturer builder fabricant
    fournisseur constructeur transporteur contractor vendor provider insurer charity`,
};

const typeOfNoun = new Map(
  (Object.keys(nouns) as NounType[]).flatMap((type) => nouns[type].split(/\s+/).map((noun) => [noun, type] as const)),
);

/** Every noun that tells a type, for a pattern. */
export const typedNouns = [...typeOfNoun.keys()].join('|');

/** Endings of people's trades: toxicologue, urbaniste, physicien; a liste and a catalogue are none. */
const trades =
  /^(?!catalogue|dialogue|monologue|prologue|analogue|(?:ex|ins|cons|ass|pers|res|des)iste|triste)[a-z]{2,}(?:logue|iste|icien|icienne|ologist)s?$/;

/** The type that a noun asks for, whether it stands in the singular ("pays", "prix") or in the plural ("départements", "countries"). */
export function typeOfNounIn(noun: string): NounType | null {
  const forms = [noun, noun.replace(/[sx]$/, ''), noun.replace(/ies$/, 'y'), noun.replace(/aux$/, 'al')];
  const known = forms.map((form) => typeOfNoun.get(form)).find((type) => type !== undefined);
  return known ?? (trades.test(noun) ? 'PERSON' : null);
}

/** The noun that tells a type of which a folded word is one slip away ("agance"), or null; for words of five letters on. */
export function nounMeant(word: string): string | null {
  if (word.length < 5) return null;
  return [...typeOfNoun.keys()].find((noun) => noun[0] === word[0] && editDistance(noun, word) === 1) ?? null;
}

/** Whether a folded noun is itself a quantity ("durée", "budget"), so that a unit beside the number need not repeat it. */
export function isQuantityNoun(noun: string): boolean {
  return typeOfNounIn(noun) === 'NUMBER';
}

/** Whether a folded noun says what kind of answer is wanted ("organisme", "date"), rather than what it is about. */
export function tellsType(noun: string): boolean {
  return typeOfNounIn(noun) !== null;
}

/** Nouns that open keywords, or end them where small words only link, as what is asked for; of people in the plural, places and bodies by kind ("prison Fresnes") more is told than asked. */
const asking = new Set(
  `president presidente vice-president vice-presidente ministre depute deputee senateur senatrice maire adjoint adjointe directeur directrice
    prefet prefete sous-prefet sous-prefete recteur rectrice proviseur proviseure inspecteur inspectrice auteur autrice rapporteur rapporteure
    animateur animatrice architecte fondateur fondatrice createur creatrice chef cheffe responsable secretaire procureur procureure
    commissaire conseiller conseillere delegue deleguee coordinateur coordinatrice dirigeant dirigeante patron patronne proprietaire
    gerant gerante successeur institutrice instituteur maitre-nageur nom
    mayor minister director author founder chairman chairwoman president
    annee date echeance year deadline
    nombre montant cout prix budget taux duree delai superficie surface longueur hauteur largeur distance poids vitesse puissance capacite
    tarif salaire effectif prime subvention loyer amende pourcentage proportion
    number price cost amount budget
    ville commune departement region pays lieu emplacement localisation village town department country
    organisme entreprise societe operateur fournisseur constructeur fabricant prestataire delegataire titulaire assureur employeur
    supplier operator contractor provider`.split(/\s+/),
);
const askingAnywhere = new Set(['date', 'montant', 'nombre', 'lieu', 'cout', 'prix']);

/** "Centre ville", "premier ministre" are one thing. */
const joins = new Set('centre premier premiere vice sous haut ancien ancienne nouveau nouvelle new former'.split(' '));

/**
 * The noun by which bare keywords ("directrice musée Lodève", "parc éolien coût") ask, or null; `nominal`: their small words only
 * link nouns.
 */
export function askingKeyword(words: readonly string[], nominal: boolean): string | null {
  const [first = ''] = words;
  if (asking.has(first)) return first;
  const [beforeLast = '', last = ''] = words.slice(-2);
  const apart = words.length > 2 && !joins.has(beforeLast) && !isStopword(beforeLast, 'fr') && asking.has(last);
  return words.find((word) => askingAnywhere.has(word)) ?? (nominal && apart ? last : null);
}
