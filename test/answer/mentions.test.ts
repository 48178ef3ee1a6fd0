import { describe, expect, it } from 'vitest';
import { knownPeople, mentionsIn, withNamesSpelt } from '../../src/answer/mentions.ts';
import { answererWith, record } from '../support/corpora.ts';

const people = knownPeople(
  answererWith({
    'a.md': record(
      'Séance',
      [
        '**M. Didier Guillaume** : Oui.',
        '**M. Paul Christophe** : Non.',
        '**M. Christophe Castaner** : Oui.',
        '**Mme Claire Martin** : Oui.',
        '**M. Gilles Martin** : Non.',
        '**M. Bruno Le Maire** : Oui.',
        '**M. Gérard Collomb** : Oui.',
        '**M. A. Bonnet** : Oui.',
      ].join('\n\n'),
    ),
  }).corpus,
);
const named = (text: string): string[] => mentionsIn(text, people).map(({ person }) => person.display);

describe('the people whom a question names', () => {
  it.each([
    ['Que dit Christophe Castaner ?', ['M. Christophe Castaner']],
    ['Que dit Guillaume ?', ['M. Didier Guillaume']],
    // A first name before an unknown surname.
    ['Qui est Guillaume Pepy ?', []],
    ['Que dit Mme Martin ?', ['Mme Claire Martin']],
    ['Que dit M. Martin ?', ['M. Gilles Martin']],
    ['Que dit Martin ?', ['Mme Claire Martin', 'M. Gilles Martin']],
    ['que dit le maire ?', []],
    ['QUE DIT LE MAIRE ?', []],
    ['Que dit M. Le Maire ?', ['M. Bruno Le Maire']],
    ['que dit bruno le maire', ['M. Bruno Le Maire']],
    ['Que répond Bruno Le Maire à M. Guillaume ?', ['M. Bruno Le Maire', 'M. Didier Guillaume']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each([
    ['Que répond X à Mme Martin ?', [true]],
    ['What did X tell Mrs Martin?', [true]],
    ['Que dit Mme Martin ?', [false]],
  ])('are spoken to, or not: %s', (text, expected) => {
    expect(mentionsIn(text, people).map(({ spokenTo }) => spokenTo)).toEqual(expected);
  });
});

describe('surnames with a slip', () => {
  const known = new Set(['m. collom']);
  const spelt = (text: string): string => withNamesSpelt(text, people, (words) => known.has(words));

  it.each([
    ['Que dit Gérard Colomb ?', 'Que dit Gérard Collomb ?'],
    ['que dit gerard colomb', 'que dit gerard Collomb'],
    ['Que dit Bruno Le Mairre ?', 'Que dit Bruno Le Mairre ?'],
    // Somebody whom the record has.
    ['Que dit Gérard Collom ?', 'Que dit Gérard Collom ?'],
    // No name, and an initial that is none.
    ['Que dit Gérard collom bien ?', 'Que dit Gérard collom bien ?'],
    ['À bonne température ?', 'À bonne température ?'],
    ['Que dit Colomb ?', 'Que dit Colomb ?'],
  ])('are spelt as the record does: %s', (text, expected) => {
    expect(spelt(text)).toBe(expected);
  });
});
