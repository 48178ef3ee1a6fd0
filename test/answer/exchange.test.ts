import { describe, expect, it } from 'vitest';
import { answererWith, lexiconOf, record } from '../support/corpora.ts';

/** The minister says more of ferries to others than to Mme Roux. */
const sitting = (title: string, who: string, answer: string): string =>
  record(
    title,
    [
      `**${who}** : Madame la ministre, le bac est en panne depuis un mois, et le tarif du bac augmente.`,
      `**Mme Ida Vert**, ministre des transports : ${answer}`,
    ].join('\n\n'),
  );
const answerer = answererWith(
  {
    'a.md': sitting('Le bac', 'Mme Anne Roux', 'Une navette remplacera le bateau dès lundi, sans frais.'),
    'b.md': sitting('Le bac', 'M. Luc Vial', 'Le bac en panne sera réparé, et le tarif du bac augmentera peu.'),
    'c.md': sitting('Le bac', 'M. Jo Brun', 'Le bac est en panne parce que le tarif du bac est trop bas.'),
  },
  lexiconOf({ english: { ferry: ['bac'], boat: ['bateau'], shuttle: ['navette'] } }),
);
const first = (question: string): string | null => {
  const answer = answerer.answer(question);
  return answer.kind === 'answered' ? (answer.excerpts[0]?.citation.file ?? null) : null;
};

describe('what is said to somebody', () => {
  it.each([
    ['Que répond Mme Vert à Anne Roux sur le bac et la navette ?', 'a.md'],
    ['Que répond Ida Vert à M. Brun sur la panne du bac ?', 'c.md'],
    ['Qu’est-ce qui remplacera le bac, d’après la réponse à Mme Roux ?', 'a.md'],
    ['What did Ida Vert tell Anne Roux about the shuttle?', 'a.md'],
    ['What did Ida Vert tell Luc Vial about the ferry?', 'b.md'],
  ])('is looked for where both speak: %s', (question, file) => {
    expect(first(question)).toBe(file);
    const answer = answerer.answer(question);
    expect(answer).toMatchObject({ excerpts: [{ citation: { speaker: 'Mme Ida Vert' } }] });
  });

  it('is told with the office of who says it', () => {
    expect(first('Que répond Ida Vert, ministre des transports, à Anne Roux sur la navette ?')).toBe('a.md');
  });

  it('is what they said who are asked about by name', () => {
    expect(answerer.answer('Par quoi Ida Vert veut-elle remplacer le bateau ?')).toMatchObject({
      kind: 'answered',
      excerpts: [{ citation: { file: 'a.md', speaker: 'Mme Ida Vert' } }],
    });
  });

  it('is found by a surname with a slip in it, behind the first name', () => {
    expect(first('Que répond Ida Vart à Anne Rouxx sur la navette ?')).toBe('a.md');
    expect(answerer.answer('Que dit Ida Vart ?')).toMatchObject({ kind: 'answered', question: 'Que dit Ida Vart ?' });
  });

  it('is looked for elsewhere where they never met', () => {
    expect(answerer.answer('Que dit Luc Vial à Anne Roux sur la panne du bac ?')).toMatchObject({
      kind: 'answered',
      excerpts: [{ citation: { file: 'b.md', speaker: 'M. Luc Vial' } }],
    });
  });
});
