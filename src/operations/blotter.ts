/**
 * What takes the place of every secret in a text, however it is written there: as it is, in a URL or a form, in JSON (up
 * to three times: a line of the log is JSON, and may quote JSON that holds JSON), in capitals or not.
 */
export function createBlotter(secrets: readonly string[]): (text: string) => string {
  const forms = new Set(secrets.filter((secret) => secret !== '').flatMap(formsOf));
  if (forms.size === 0) return (text) => text;
  // The longest first: a secret may be part of another.
  const longestFirst = [...forms].toSorted((left, right) => right.length - left.length);
  const pattern = new RegExp(longestFirst.map(escapePattern).join('|'), 'gi');
  return (text) => text.replaceAll(pattern, '[secret]');
}

function formsOf(secret: string): string[] {
  const plain = secret.toWellFormed();
  const form = new URLSearchParams({ v: plain }).toString().slice(2);
  return [plain, encodeURI(plain), encodeURIComponent(plain), form].flatMap((written) => {
    const once = inJson(written);
    const twice = inJson(once);
    return [written, once, twice, inJson(twice)];
  });
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
