import { describe, expect, it } from 'vitest';
import { answererWith, lexiconOf, record } from '../support/corpora.ts';

/** The minister says more of ferries to others than to Mme Roux. */
const sitting = (who: string, answer: string): string =>
  record(
    'Le bac',
    [
      `**${who}** : Madame la ministre, le bac est en panne depuis un mois, et le tarif de la navette augmente.`,
      `**Mme Ida Vert**, ministre des transports : ${answer}`,
      '**M. Max Sol**, adjoint : Le tarif du stade est un sujet.',
    ].join('\n\n'),
  );
const answerer = answererWith(
  {
    'a.md': sitting('Mme Anne Roux', 'Une navette remplacera le bateau dès lundi, sans frais.'),
    'b.md': sitting('M. Luc Vial', 'Le bac en panne sera réparé, et le tarif de la navette du bac augmentera peu.'),
    'c.md': sitting('M. Jo Brun', 'Le bac est en panne, et la navette du bac est trop chère, je le sais.'),
    'd.md': record(
      'Le port',
      [
        '**M. Max Sol**, adjoint : À bonne profondeur, la navette accoste ; la lettre remise à Mme Roux le dit.',
        '**M. Luc Vial** : C’est faux !',
        '**Mme Ida Vert**, ministre des transports : La navette du bac est en panne.',
        '**M. Anne Max** : Je confirme pour la navette.',
      ].join('\n\n'),
    ),
    'e.md': record(
      'Le phare',
      [
        '**Mme Iris Bois** : Madame la ministre, que comptez-vous faire pour le phare de la pointe, qui ne brille plus depuis des mois ?',
        '**Mme Ida Vert**, ministre des transports : Le phare brillera de nouveau en mai.',
        '**Mme Iris Bois** : Le phare de la pointe ne brille plus depuis des mois, et vous attendez.',
      ].join('\n\n'),
    ),
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

  it('is not what only stands there where somebody calls out', () => {
    expect(first('Que répond Ida Vert à Luc Vial sur la navette du bac en panne ?')).toBe('b.md');
  });

  it('is not asked where something is given to somebody', () => {
    expect(first('Quelle lettre a été remise à Mme Roux ?')).toBe('d.md');
  });

  it('is said by whom the question asks for', () => {
    expect(answerer.answer('Quel ministre a répondu à M. Brun sur la navette ?')).toMatchObject({
      kind: 'answered',
      excerpts: [{ citation: { speaker: 'Mme Ida Vert' } }],
    });
  });

  it('is not said by somebody else than the question asks for', () => {
    const answer = answerer.answer('Quel ministre a répondu à M. Brun sur le tarif du stade ?');
    expect(answer).not.toMatchObject({ excerpts: [{ citation: { speaker: 'M. Max Sol' } }] });
  });

  it('is not what they say themselves', () => {
    expect(answerer.answer('Que répond-on à Iris Bois sur le phare de la pointe qui ne brille plus ?')).toMatchObject({
      kind: 'answered',
      excerpts: [{ citation: { speaker: 'Mme Ida Vert' } }],
    });
  });

  it('is found by a surname with a slip in it, behind the first name', () => {
    expect(first('Que répond Ida Vart à Anne Rouxx sur la navette ?')).toBe('a.md');
    expect(first('Que dit Ida Verd sur la navette qui remplacera le bateau ?')).toBe('a.md');
    // Somebody whom the record has, and no name at all.
    expect(answerer.answer('Que dit Anne Max de la navette ?')).toMatchObject({
      excerpts: [{ citation: { speaker: 'M. Anne Max' } }],
    });
    expect(answerer.answer('Que dit Ida Vart ?')).toMatchObject({ kind: 'answered', question: 'Que dit Ida Vart ?' });
  });

  it('is looked for elsewhere where they never met', () => {
    expect(answerer.answer('Que dit Luc Vial à Anne Roux sur la panne du bac ?')).toMatchObject({
      kind: 'answered',
      excerpts: [{ citation: { file: 'b.md', speaker: 'M. Luc Vial' } }],
    });
  });
});
