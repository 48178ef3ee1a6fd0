import { afterAll, beforeAll, expect, it } from 'vitest';
import { answererOf } from '../support/records.ts';
import { type Talk, talkWith } from '../support/talk.ts';

const record = (front: string, speaker: string): string =>
  `---\n${front}\n---\n\n## Le département\n\n**${speaker}** : La séance est ouverte.\n`;
const withoutCongress = {
  'assises.txt': `Assises de la ruralité

Atelier 1. Les commerces

Animatrice : Mme Claire Durand, maire.
Intervenants : M. Paul Petit (CCI).

Le commerce de proximité tient.

Atelier 2. La santé

Animatrice : Mme Lise Blanc, médecin.

Les maisons de santé ouvrent.
`,
  'a.md': record('title: Télécentres\nplace: Cantal', 'M. Un'),
  'b.md': record('title: Conseil départemental\nbody: Conseil départemental de la Drôme', 'M. Deux'),
  'c.md': record('title: Conseil départemental\nbody: Conseil départemental de l’Ain', 'M. Trois'),
  'd.md': record('title: L’intercommunalité en débat', 'M. Quatre'),
};
const files = { ...withoutCongress, 'e.md': record('title: Congrès des départements', 'M. Cinq') };

let talk: Talk;
beforeAll(async () => {
  talk = await talkWith(answererOf(files));
});
afterAll(() => talk.close());

it('takes the participants of all workshops of a record whose title is named', async () => {
  const reply = await talk.say('qui a participé aux Assises de la ruralité ?');
  expect(reply).toMatch(/Mme Claire Durand[^]*M\. Paul Petit[^]*Mme Lise Blanc[^]*\(assises\.txt\)$/);
});

it('takes those of one workshop where the workshop is named, with or without its record', async () => {
  for (const subject of ['l’atelier santé', 'l’atelier santé des Assises de la ruralité']) {
    const reply = await talk.say(`liste des participants de ${subject}`);
    expect(reply).toContain('Mme Lise Blanc');
    expect(reply).not.toContain('Paul Petit');
  }
});

it.each([
  ['qui a participé au congrès des départements ?', 'e.md'],
  ['qui a participé à la séance du Cantal ?', 'a.md'],
  ['qui a participé au conseil de l’Ain ?', 'c.md'],
  ['sections de l’intercommunalité', 'd.md'],
  ['quelles sections dans le conseil de la Drôme ?', 'b.md'],
])('%s: the rare word tells the record, %s', async (text, file) => {
  expect(await talk.say(text)).toMatch(new RegExp(`\\(${file}\\)$`));
});

it('takes no record for the one asked for that only shares a common word with it', async () => {
  const without = await talkWith(answererOf(withoutCongress));
  expect(await without.say('qui a participé au congrès des départements ?')).toContain('ne répondent pas');
  await without.close();
});
