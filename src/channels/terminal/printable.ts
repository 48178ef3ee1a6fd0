import { withoutSteering } from '../../language/steering.ts';

/**
 * Text that cannot steer the terminal: without control and escape characters, direction overrides and unpaired
 * surrogates. Line breaks stay, tabs become spaces; a file or a question decides nothing but its own letters.
 */
export function printable(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replaceAll('\t', '    ');
  return withoutSteering(lines).replace(/\p{Surrogate}/gu, '');
}
