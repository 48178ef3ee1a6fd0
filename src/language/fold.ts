const marks = /\p{M}+/gu;
const ascii = /^[\x20-\x7e]*$/;

/**
 * Folds text for matching, never for showing: lower case, no accents, `œ` as `oe`, typographic apostrophes and
 * spaces as plain ones. The result may be longer or shorter than the text; offsets do not carry over.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(marks, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'")
    .replace(/[\u00a0\u202f\u2009]/g, ' ');
}
