/** A folded word without the s or x of the plural: "conseils", "réseaux". Never a stem, which takes "volante" for "volée". */
export function singular(surface: string): string {
  return surface.replace(/[sx]$/, '');
}
