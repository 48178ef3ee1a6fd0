import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { displayName } from '../../src/proceedings/proceedings.ts';

const root = join(import.meta.dirname, '../..');
const file = '2014-11-06-laboratoires.md';
const seed = join(root, '../shared/data/seed');

describe('the bundled proceedings', () => {
  it('have no findings', async () => {
    expect((await loadCorpus(join(root, 'corpus'))).findings).toEqual([]);
  });

  it('are four workshops with their chairs and panellists, told by a narrator', async () => {
    const { corpus } = await loadCorpus(join(root, 'corpus'));
    const record = corpus.proceedings.find((proceedings) => proceedings.file === file);
    expect(record).toMatchObject({
      title: 'L’innovation, une réponse aux enjeux des solidarités humaines et territoriales',
      date: '2014-11-06',
      sitting: 'Laboratoires',
      speeches: [],
    });
    expect(
      record?.sections.map(({ path, participants }) => [
        path.join(' > '),
        participants.filter(({ part }) => part === 'chair').map(displayName),
        participants.filter(({ part }) => part === 'panellist').map(displayName),
      ]),
    ).toEqual([
      ['', [], []],
      ['Laboratoires', [], []],
      ['Laboratoires > L’avenir passe par l’innovation', [], []],
      [
        'Laboratoires > Agir pour un développement local',
        ['M. M. Klein'],
        ['Mme L. Barthe', 'Mme M. Brual', 'M. C. Garnier'],
      ],
      [
        'Laboratoires > Inventer le nouveau service public',
        ['M. P. Camani', 'M. P. Adnot'],
        ['M. S. Vincent', 'M. B. Janet', 'M. G. Darde'],
      ],
      [
        'Laboratoires > Agir pour la croissance et l’emploi',
        ['M. C. Perny'],
        ['M. Philippe Archias', 'M. P. Legrand', 'Mme K. Le Chenadec'],
      ],
      [
        'Laboratoires > Développer les nouvelles solidarités',
        ['M. J. Guedj', 'M. B. Huré'],
        ['M. Jean Deydier', 'Mme S. Lebars', 'M. G. Frigout'],
      ],
    ]);
    expect(record?.passages.filter(({ kind }) => kind === 'text')).toHaveLength(13);
  });

  it.skipIf(!existsSync(seed))(
    'repeat every line of the client’s text, byte for byte (needs ../shared/data/seed)',
    () => {
      const name = readdirSync(seed).find((entry) => entry.endsWith('.txt')) ?? '';
      const lines = readFileSync(join(seed, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && line !== "Partager l'article");
      const body = readFileSync(join(root, 'corpus', file), 'utf8').split('\n---\n')[1] ?? '';
      expect(
        body
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => line.replace(/^#+ /, '')),
      ).toEqual(lines);
    },
  );
});
