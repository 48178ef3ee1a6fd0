/**
 * Control characters, and what is not seen but steers what is: marks, overrides and isolates of the writing direction
 * (U+061C, U+200E–F, U+202A–E, U+2066–9), invisible operators (U+200B, U+2060–5, U+FEFF), annotations (U+FFF9–B). The
 * joiners U+200C–D stay, since emoji and some scripts are spelt with them; so do line feeds and tabs.
 */
const steering = /(?![\t\n])[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** Text without the characters that steer its display or a terminal; line feeds and tabs stay. */
export function withoutSteering(text: string): string {
  return text.replace(steering, '');
}
