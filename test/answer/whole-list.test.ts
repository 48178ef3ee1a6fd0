import { describe, expect, it } from 'vitest';
import { withWholeLists } from '../../src/answer/whole-list.ts';
import { sentenceSpans } from '../../src/language/sentences.ts';
import { answererOf } from '../support/records.ts';

const plan = `Le plan pour les écoles comprend quatre mesures :
- la rénovation des toitures ;
- l'achat de tablettes. Elles serviront en troisième.
- la gratuité de la cantine ;
- l'ouverture des bibliothèques le samedi.
Les travaux commencent en mars.`;

/** What is shown of `plan` where the sentences from `first` to `last` were chosen. */
function shown(first: number, last: number, text = plan): string {
  const spans = sentenceSpans(text);
  const [from, to] = withWholeLists(text, spans, [first, last]);
  return text.slice(spans[from]!.start, spans[to]!.end);
}

const whole = plan.slice(0, plan.indexOf('\nLes travaux'));

describe('a list', () => {
  it('is shown with what introduces it, which is never shown alone', () => {
    expect(shown(0, 0)).toBe(whole);
    expect(shown(0, 2)).toBe(whole);
  });

  it('is whole where more than one of its items is shown', () => {
    expect(shown(1, 2)).toBe(whole);
    expect(shown(4, 5)).toBe(whole);
    expect(shown(5, 6)).toBe(plan);
  });

  it('gives one item by itself where that one answers, and leaves other sentences alone', () => {
    expect(shown(1, 1)).toBe('- la rénovation des toitures ;');
    expect(shown(6, 6)).toBe('Les travaux commencent en mars.');
  });

  it('goes on as far as fits where it is very long', () => {
    const long = `Trois mesures :\n${[1, 2, 3].map((number) => `- mesure ${number} ${'x'.repeat(300)} ;`).join('\n')}`;
    expect(shown(0, 0, long)).toMatch(/^Trois mesures :\n- mesure 1 x+ ;\n- mesure 2 x+ ;$/);
  });

  it('comes whole in an answer', () => {
    const answerer = answererOf({
      'a.md': `---\ntitle: Conseil\n---\n# Écoles\n\nLe conseil a visité les écoles.\n\n${plan}\n`,
    });
    const answer = answerer.answer('quelles mesures comprend le plan pour les écoles ?');
    expect(answer.kind === 'answered' && answer.excerpts[0]?.text).toBe(whole);
  });
});
