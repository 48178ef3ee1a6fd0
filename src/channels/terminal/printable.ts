const steering = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Text that cannot steer the terminal: without control and escape characters, direction overrides and unpaired
 * surrogates. Line breaks stay, tabs become spaces; a file or a question decides nothing but its own letters.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', '    ')
    .replace(steering, (character) => (character === '\n' ? '\n' : ''));
}
