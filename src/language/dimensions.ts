/** Nouns that ask for a measure, in French and English, and the units that it is told in; folded, blank-separated. */
const measures: readonly (readonly [nouns: string, units: string])[] = [
  [
    'vitesse speed',
    'km kmh kilometre kilometres kilometre-heure kilometres-heure kilometres-heures metres noeud noeuds',
  ],
  ['temperature', 'degre degres'],
  [
    'duree delai temps duration',
    'siecles an ans annee annees mois semaine semaines jour jours heure heures minute minutes secondes',
  ],
  ['heure horaire', 'heure heures h'],
  [
    'distance longueur hauteur profondeur largeur altitude length height depth width',
    'km kilometre kilometres m metre metres cm centimetres millimetres',
  ],
  ['superficie surface area', 'hectare hectares ha km kilometres metres m'],
  ['poids masse weight', 'tonne tonnes kilo kilos kg kilogrammes gramme grammes'],
];

const unitsOf = new Map(
  measures.flatMap(([nouns, units]) => {
    const known: ReadonlySet<string> = new Set(units.split(' '));
    return nouns.split(' ').map((noun) => [noun, known] as const);
  }),
);

/** The folded units that answer a question for this folded noun ("vitesse": km…); null where any may. */
export function unitsFor(noun: string): ReadonlySet<string> | null {
  return unitsOf.get(noun) ?? null;
}

const allUnits: ReadonlySet<string> = new Set(measures.flatMap(([, units]) => units.split(' ')));

/** Whether a folded unit measures ("km", "heures") and so counts no things. */
export function isMeasure(unit: string): boolean {
  return allUnits.has(unit);
}

/** Whether two folded units tell the same kind of measure: "km" and "kilometres", "heures" and "jours". */
export function sameMeasure(unit: string, other: string): boolean {
  return [...unitsOf.values()].some((units) => units.has(unit) && units.has(other));
}
