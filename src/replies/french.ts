const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';

/**
 * French typography for the interface's own words, never for a quotation: no-break spaces within « » and before a
 * colon, narrow ones before ; ! and ?, typographic apostrophes. Plain spaces must stand there already.
 */
export function frenchSpacing(text: string): string {
  return text
    .replace(/« /g, `«${noBreak}`)
    .replace(/ (?=[:»])/g, noBreak)
    .replace(/ (?=[;!?])/g, narrowNoBreak)
    .replaceAll("'", '’');
}

/** A template for the interface's own words: they get French typography, the values between them stay as they are. */
export function french(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return words.map((part, index) => frenchSpacing(part) + String(values[index] ?? '')).join('');
}
