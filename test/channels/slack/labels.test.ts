import { expect, test } from 'vitest';
import { labels } from '../../../src/channels/slack/labels.ts';
import { catalogueOf } from '../../../src/replies/catalogue.ts';

/** Every text of a catalogue by its path; what makes a text is named, since its arguments are its own. */
function texts(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function') return new Map([[path, 'made']]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).flatMap(([name, inner]) => [...texts(inner, `${path}.${name}`)]));
}

const catalogues = [
  ['replies', catalogueOf('fr'), catalogueOf('en')],
  ['labels of Slack', labels.fr, labels.en],
] as const;

test.each(catalogues)('%s: each text stands in both languages, and none is empty', (_, fr, en) => {
  const [french, english] = [texts(fr), texts(en)];
  expect([...english.keys()]).toEqual([...french.keys()]);
  expect(french.size).toBeGreaterThan(20);
  for (const [path, text] of [...french, ...english]) expect(text.trim(), path).not.toBe('');
});

test.each(catalogues)('%s: French punctuation has its no-break spaces, and no straight apostrophe', (_, fr) => {
  const faults = [...texts(fr)].filter(([, text]) => /[ ][:;!?»]|«[ ]|\p{L}'\p{L}/u.test(text));
  expect(faults).toEqual([]);
});

test('titles and buttons of modals have at most 24 characters', () => {
  for (const language of ['fr', 'en'] as const)
    for (const [path, text] of texts(labels[language]))
      if (path.endsWith('Title')) expect(text.length, `${language}${path}`).toBeLessThanOrEqual(24);
});
