import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Answer, Citation, Excerpt } from '../../src/proceedings/answer.ts';
import type { Language } from '../../src/proceedings/proceedings.ts';
import { replyAsText } from '../../src/replies/plain-text.ts';

const citation: Citation = {
  file: 'a.md',
  title: 'Congrès',
  date: '2014-11-06',
  section: ['Ateliers', 'Agir'],
  speaker: null,
  role: null,
  line: 17,
  start: 0,
  end: 9,
  url: null,
};
const excerpt = (text: string, more: Partial<Citation> = {}): Excerpt => ({
  text,
  score: 0.9,
  citation: { ...citation, ...more },
});
const answered = (excerpts: readonly Excerpt[], more: object = {}): Answer => ({
  kind: 'answered',
  question: 'q',
  language: 'fr',
  headline: null,
  excerpts,
  silentSpeaker: null,
  ...more,
});
const shown = (answer: Answer, language: Language = 'fr', purpose: 'answer' | 'quotes' = 'answer'): string =>
  replyAsText({ kind: 'answer', language, answer, purpose }).replaceAll(/[\u00a0\u202f]/g, '·');

describe('an answer as text', () => {
  it('gives headline, quotation and where it stands; a narrator is nobody’s words', () => {
    expect(shown(answered([excerpt('Le Cantal a créé des télécentres.')], { headline: 'Cantal' }))).toBe(
      'Cantal\n\n«·Le Cantal a créé des télécentres.·»\n— Congrès · 6 novembre 2014 · Ateliers › Agir · a.md:17',
    );
  });

  it('names speaker and role where the file says that they speak, and the original’s address', () => {
    const spoken = excerpt('Oui !', {
      speaker: 'M. Paul Martin',
      role: 'maire',
      section: [],
      date: null,
      url: 'https://example.org/1',
    });
    expect(shown(answered([spoken]), 'en')).toBe(
      '«·Oui !·»\n— M. Paul Martin, maire · Congrès · a.md:17 · https://example.org/1',
    );
  });

  it('sets other excerpts apart in the asker’s language', () => {
    const both = [excerpt('Un.'), excerpt('Deux.')];
    expect(shown(answered(both), 'en')).toContain('\n\nOther excerpts:\n\n«·Deux.·»');
    expect(shown(answered(both), 'fr')).toContain('\n\nAutres extraits·:\n\n«·Deux.·»');
    expect(shown(answered(both), 'fr', 'quotes')).not.toContain('Autres extraits');
  });

  it('marks no cut where a paragraph ends without a full stop or begins with a small letter', () => {
    expect(shown(answered([excerpt('en milieu urbain')]))).not.toContain('[…]');
  });

  it('says when the excerpts are not the words of the person asked about', () => {
    expect(shown(answered([excerpt('Un.')], { silentSpeaker: 'M. Perny' }))).toMatch(
      /^Je ne trouve pas de réponse dans les propos de M\. Perny·; ces extraits ne sont pas ses paroles·:/,
    );
    expect(shown(answered([excerpt('Un.')], { silentSpeaker: 'M. Perny' }), 'en')).toMatch(
      /^I find no answer in the words of M\. Perny; these excerpts are not their words:/,
    );
  });

  it('tallies candidates, each with its evidence', () => {
    const first = excerpt('Le Cantal l’a fait.');
    const second = excerpt('La Drôme aussi.');
    const candidates = [
      { headline: 'Cantal', excerpts: [first, first] },
      { headline: 'Drôme', excerpts: [second] },
    ];
    const text = shown({ kind: 'candidates', question: 'q', language: 'fr', candidates, excerpts: [first, second] });
    expect(text).toMatch(
      /^Cantal \(2\) · Drôme \(1\)\n\nCantal\n«·Le Cantal l’a fait\.·»\n— .*\n«·Le Cantal[^]*\n\nDrôme\n«·La Drôme aussi\.·»\n— /,
    );
  });

  it('certifies silence: what was searched, which words occur nowhere, what is near but no answer', () => {
    const silence: Answer = {
      kind: 'not_found',
      question: 'q',
      language: 'fr',
      missingWords: ['budget', 'CyberCantal'],
      tried: [
        { word: 'budjet', spellings: ['Budget', 'crédits'] },
        { word: 'maire', spellings: ['édile'] },
      ],
      nearest: [excerpt('Proche.')],
      silentSpeaker: null,
      searched: { files: 2512, passages: 30_000, from: '2014-06-01', to: '2019-12-12' },
    };
    expect(shown(silence)).toBe(
      'Les comptes rendus ne répondent pas à cette question.\n' +
        'J’ai cherché dans 2·512 comptes rendus (du 1er juin 2014 au 12 décembre 2019), 30·000 passages.\n' +
        'Mots qui n’y figurent nulle part·: «·budget·», «·CyberCantal·».\n' +
        'J’ai cherché aussi «·budjet·» sous «·Budget·», «·crédits·»·; «·maire·» sous «·édile·».\n\n' +
        'Passages les plus proches (ce n’est pas une réponse)·:\n\n' +
        '«·Proche.·»\n— Congrès · 6 novembre 2014 · Ateliers › Agir · a.md:17',
    );
    expect(shown(silence, 'en')).toContain(
      'I searched 2,512 records (1 June 2014 to 12 December 2019), 30,000 passages.',
    );
    expect(shown({ ...silence, silentSpeaker: 'M. Perny' })).toContain(
      'Je ne trouve pas de réponse dans les propos de M. Perny.',
    );
  });

  it('says that a person has no words of their own where a filter leaves nothing to search', () => {
    const silence: Answer = {
      kind: 'not_found',
      question: 'par:Perny croissance',
      language: 'fr',
      missingWords: ['croissance'],
      tried: [],
      nearest: [],
      silentSpeaker: 'M. C. Perny',
      searched: { files: 0, passages: 0, from: null, to: null },
    };
    expect(shown(silence)).toBe(
      'Avec ces filtres, les comptes rendus ne donnent aucune parole de M. C. Perny. Sans le filtre par personne, je cherche aussi dans ce que d’autres rapportent.\n' +
        'Mot qui n’y figure nulle part·: «·croissance·».',
    );
    expect(shown(silence, 'en')).toMatch(/^With these filters, the record gives no words of M\. C\. Perny’s own\./);
  });

  it('keeps every excerpt verbatim, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom<Language>('fr', 'en'),
        (text, language) => {
          expect(replyAsText({ kind: 'answer', language, answer: answered([excerpt(text)]) })).toContain(
            `«\u00a0${text}\u00a0»`,
          );
        },
      ),
    );
  });
});

describe('other replies as text', () => {
  it('numbers choices', () => {
    const choices = [
      { label: 'M. Paul Martin', text: 'a' },
      { label: 'Mme Anne Martin', text: 'b' },
    ];
    expect(replyAsText({ kind: 'text', language: 'en', text: 'Which one?', choices })).toBe(
      'Which one?\n1. M. Paul Martin\n2. Mme Anne Martin\nAnswer with a number or a name, or ask something else.',
    );
  });

  it('shows a passage between its neighbours', () => {
    const text = replyAsText({
      kind: 'context',
      language: 'en',
      excerpt: excerpt('Un.'),
      passage: excerpt('Un. Deux.'),
      previous: null,
      next: excerpt('Trois.'),
    });
    expect(text.replaceAll('\u00a0', ' ')).toBe(
      'The passage:\n« Un. Deux. »\n— Congrès · 6 November 2014 · Ateliers › Agir · a.md:17\n\nAfter:\n« Trois. »',
    );
  });
});
