/**
 * All matches of a global pattern in a text. `matchAll` makes a copy of the pattern for every text, which for long ones takes more
 * time than to match; here the pattern itself is used, so that a caller must not use it while it reads what it gets.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}
