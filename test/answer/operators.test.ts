import { describe, expect, it } from 'vitest';
import { respondOnce } from '../../src/conversation/respond.ts';
import { loadIntents } from '../../src/intents/load-intents.ts';
import type { Answer } from '../../src/proceedings/answer.ts';
import { replyAsText } from '../../src/replies/plain-text.ts';
import { answererWith, record } from '../support/corpora.ts';

const answerer = answererWith({
  '2014.md': record(
    'Conseil de mars',
    [
      '# Emploi et formation',
      'Les télécentres du Cantal maintiennent des emplois.',
      'Un télécentre ouvrira dans la Drôme. Le télé-travail y progresse. L’emploi suit.',
      '# Vie locale',
      '**Mme Hélène Durand** : Le télécentre du bourg anime la vie du village.',
      '**M. Paul Martin** : Les travaux du télécentre dureront trois mois.',
    ].join('\n\n'),
    '2014-03-01',
  ),
  '2018.md': record(
    'Conseil de juin',
    ['# Locale : la vie', '**M. Paul Martin** : Le télécentre accueille quarante salariés.'].join('\n\n'),
    '2018-06-01',
  ),
});

const quotes = (question: string): Answer => answerer.answer(question, { purpose: 'quotes', limit: 50 });
const shown = (question: string): string[] => {
  const answer = quotes(question);
  return answer.kind === 'not_found' ? [] : answer.excerpts.map(({ text }) => text).toSorted();
};
const text = (question: string): string =>
  replyAsText(respondOnce({ text: question }, { answerer, intents: loadIntents('intents') }));

const cantal = 'Les télécentres du Cantal maintiennent des emplois.';
const drome = expect.stringContaining('Un télécentre ouvrira dans la Drôme.') as string;
const village = 'Le télécentre du bourg anime la vie du village.';
const works = 'Les travaux du télécentre dureront trois mois.';
const employees = 'Le télécentre accueille quarante salariés.';

describe('an exact phrase', () => {
  it('has whole words, without their other forms', () => {
    expect(shown('"télécentres"')).toEqual([cantal]);
    expect(quotes('"emplo"')).toMatchObject({ kind: 'not_found', missingWords: ['"emplo"'] });
  });

  it('is in the quotation, whatever else of the passage speaks of the question', () => {
    expect(shown('télécentre Drôme "emploi suit"')).toEqual([expect.stringContaining('L’emploi suit.')]);
  });
});

describe('an exclusion', () => {
  it('leaves out every passage with the word, in any of its forms', () => {
    expect(shown('télécentre -travail')).toEqual([employees, village, cantal].toSorted());
    expect(shown('télécentre -emploi')).toEqual([employees, village, works].toSorted());
  });

  it('needs no accents, and knows hyphenated words written together', () => {
    expect(shown('télécentre -drome -salarie')).toEqual([village, cantal, works].toSorted());
    expect(shown('télécentre -télétravail')).not.toContainEqual(drome);
    expect(shown('télécentre -télé-travail')).not.toContainEqual(drome);
  });

  it('may be a phrase', () => {
    expect(shown('télécentre -"du Cantal" -« du télécentre »')).toEqual([employees, village, drome].toSorted(byText));
  });

  it('of a word that nobody says leaves everything', () => {
    expect(shown('télécentre -hydravion')).toHaveLength(5);
  });
});

describe('the filter by section', () => {
  it.each(['section:EMPLOI', 'section:formation', 'section:"formation emploi"'])(
    'takes the passages under a title that has the words: %s',
    (filter) => {
      expect(shown(`télécentre ${filter}`)).toEqual([cantal, drome].toSorted(byText));
    },
  );

  it('wants all the words in one title, whole', () => {
    expect(shown('télécentre section:"vie locale" avant:2018')).toEqual([village, works].toSorted());
    expect(shown('télécentre section:"vie emploi"')).toEqual([]);
    expect(shown('télécentre section:loc')).toEqual([]);
  });

  it('does not take the title of the file, under which every section would stand', () => {
    expect(quotes('télécentre section:juin')).toMatchObject({ kind: 'not_found', unmet: ['section:juin'] });
  });

  it('alone lists the section', () => {
    expect(shown('section:vie')).toEqual([employees, village, works].toSorted());
  });
});

describe('filters together', () => {
  it('all hold', () => {
    expect(shown('télécentre par:Martin depuis:2014 avant:2018')).toEqual([works]);
    expect(shown('"télécentre" section:vie par:martin -travaux')).toEqual([employees]);
  });

  it('work in a question as in a search for quotations', () => {
    expect(text('Combien de salariés accueille le télécentre ? section:vie -Cantal')).toContain(employees);
    expect(text('télécentre -travaux par:Martin')).toContain(employees);
    expect(text('télécentre -travaux par:Martin')).not.toContain(works);
    expect(text('section:emploi télécentre')).toContain(cantal);
  });
});

describe('silence names the filter that leaves nothing', () => {
  it.each([
    ['télécentre section:budget', ['section:budget']],
    ['télécentre depuis:2030', ['depuis:2030']],
    ['télécentre section:budget depuis:2030 par:Martin', ['section:budget', 'depuis:2030']],
    ['télécentre section:emploi par:Martin', ['section:emploi', 'par:Martin']],
    ['"quarante salariés" avant:2018', ['"quarante salariés"', 'avant:2018']],
    ['quarante salariés depuis:2018 -"télécentre accueille"', ['depuis:2018', '-"télécentre accueille"']],
  ])('%s', (question, unmet) => {
    expect(quotes(question)).toMatchObject({ kind: 'not_found', unmet });
  });

  it('in words, in the language of the question', () => {
    expect(text('Où est le télécentre ? section:budget')).toBe(
      'Les comptes rendus ne répondent pas à cette question.\nAucun passage ne passe le filtre «\u00a0section:budget\u00a0».',
    );
    expect(text('Where is the télécentre? section:emploi by:Martin')).toContain(
      'No passage passes all of the filters “section:emploi”, “by:Martin”.',
    );
  });

  it('says of a person without words of their own only that', () => {
    expect(text('télécentre par:Inconnu')).toMatch(/^Avec ces filtres, les comptes rendus ne donnent aucune parole/);
  });

  it('says nothing of filters that leave passages', () => {
    expect(quotes('hydravion section:emploi')).not.toHaveProperty('unmet');
  });
});

function byText(left: unknown, right: unknown): number {
  const [a, b] = [left, right].map((one) => (typeof one === 'string' ? one : 'Un'));
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
