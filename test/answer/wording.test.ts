import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/proceedings/answer.ts';
import { answererWith, record } from '../support/corpora.ts';

const council = answererWith({
  'conseil.md': record(
    'Conseil de mars',
    [
      '# Conseil de mars',
      '## Petite enfance',
      'Animateur : M. Jean-Marc Zulesi, vice-président.',
      'Une crèche rurale ouvrira au printemps à Aurillac.',
      '## Eau',
      '**M. Paul Martin**, conseiller : Le réseau d’eau sera rénové en trois ans.',
      '**Mme Hélène Durand** : Les cantines serviront des produits locaux.',
    ].join('\n\n'),
    '2018-03-01',
  ),
});

const shown = (answer: Answer): string[] =>
  answer.kind === 'not_found' ? [] : answer.excerpts.map(({ text }) => text);

describe('an exact phrase', () => {
  it('must stand in the record as it is', () => {
    expect(shown(council.answer('"crèche rurale"'))).toEqual(['Une crèche rurale ouvrira au printemps à Aurillac.']);
    const silent = council.answer('"rurale crèche"');
    expect(silent).toMatchObject({ kind: 'not_found', missingWords: ['"rurale crèche"'] });
  });

  it('may be a title, whose passages then are searched', () => {
    expect(shown(council.answer('qui anime "Petite enfance" ?'))[0]).toContain('M. Jean-Marc Zulesi');
  });

  it('between guillemets is only a way to write where the record has it nowhere', () => {
    expect(council.answer('où ouvrira la « crèche toute rurale » ?').kind).not.toBe('not_found');
  });
});

describe('a person', () => {
  it('is known by the surname, whatever the first name is made of', () => {
    expect(council.answer('que dit Martin du réseau d’eau ?')).toMatchObject({
      kind: 'answered',
      silentSpeaker: null,
    });
    expect(council.answer('que dit Zulesi de la crèche rurale ?')).toMatchObject({
      silentSpeaker: 'M. Jean-Marc Zulesi',
    });
  });

  it('is not somebody else of the same surname', () => {
    const [said] = shown(council.answer('que dit M. Paul Martin du réseau d’eau ?'));
    expect(said).toBe('Le réseau d’eau sera rénové en trois ans.');
    expect(council.answer('que dit Anne Martin de la piscine ?')).toMatchObject({
      kind: 'not_found',
      silentSpeaker: null,
    });
    expect(council.answer('que dit Paul Martin de la piscine ?')).toMatchObject({ silentSpeaker: 'M. Paul Martin' });
  });
});

describe('the filter by speaker', () => {
  it.each([
    'cantines par:"Mme Durand"',
    'cantines par:durand',
    'cantines par:"Hélène Durand"',
    'cantines speaker:Durand',
  ])('finds the words of the person: %s', (question) => {
    expect(shown(council.answer(question))).toEqual(['Les cantines serviront des produits locaux.']);
  });

  it('wants whole words of the name', () => {
    expect(council.answer('cantines par:d').kind).toBe('not_found');
  });

  it('is no filter where a sentence has a colon', () => {
    expect(council.answer('les cantines, servies par : quels produits ?').kind).toBe('answered');
  });

  it('alone lists what the person said', () => {
    expect(shown(council.answer('par:Martin'))).toEqual(['Le réseau d’eau sera rénové en trois ans.']);
  });
});

describe('further excerpts', () => {
  const paragraphs = Array.from(
    { length: 25 },
    (_, number) => `Le plan vélo avance dans le canton numéro ${number + 1}.`,
  );
  const many = answererWith({ 'velo.md': record('Plan vélo', paragraphs.join('\n\n')) });

  it('page through everything that speaks of it, once each, from what the answer showed', () => {
    const first = shown(many.answer('Où avance le plan vélo ?'));
    const pages: string[] = [];
    for (let skip = 0; skip < 30; skip += 3) {
      pages.push(...shown(many.answer('Où avance le plan vélo ?', { purpose: 'quotes', skip })));
    }
    expect(pages.slice(0, first.length)).toEqual(first);
    expect(pages.toSorted()).toEqual(paragraphs.toSorted());
  });
});

describe('a figure', () => {
  it('counts what the question counts, though the question speaks of financing it', () => {
    const answer = answererWith({
      'eau.md': record('Conseil', 'Le département finance 12 compteurs connectés.\n\nLa nappe se recharge en février.'),
    }).answer('Combien de compteurs sont financés ?');
    expect(answer).toMatchObject({ kind: 'answered', headline: '12 compteurs' });
  });
});

describe('what somebody said, asked without other words', () => {
  const speeches = Array.from(
    { length: 40 },
    (_, number) => `**M. Paul Roche** : Point ${number + 1} de la séance${' du conseil'.repeat(number % 3)}.`,
  );
  const long = answererWith({ 'roche.md': record('Séance', speeches.join('\n\n'), '2020-01-01') });

  it('is paged to the end in the order of the record', () => {
    const said: string[] = [];
    for (let skip = 0; skip < 45; skip += 3) said.push(...shown(long.answer('par:Roche', { purpose: 'quotes', skip })));
    expect(said.map((text) => Number(/Point (\d+)/.exec(text)?.[1]))).toEqual(speeches.map((_, number) => number + 1));
  });
});
