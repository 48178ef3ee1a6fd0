import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answerer } from '../../src/answer/answerer.ts';
import { parseQuestions } from '../../src/evaluation/questions-file.ts';
import type { Answer } from '../../src/proceedings/answer.ts';
import { bundledAnswerer } from '../support/records.ts';

// What the issue promises of the bundled proceedings ("Done when").

let answerer: Answerer;
beforeAll(async () => {
  answerer = await bundledAnswerer();
});

const excerpt = (answer: Answer): string =>
  answer.kind === 'not_found' ? `not found: ${answer.missingWords.join(', ')}` : (answer.excerpts[0]?.text ?? '');

const headline = (answer: Answer): string | null => {
  if (answer.kind === 'candidates') return answer.candidates.map((candidate) => candidate.headline).join(' · ');
  return answer.kind === 'answered' ? answer.headline : `not found: ${answer.missingWords.join(', ')}`;
};

describe('the département that set up telework centres', () => {
  it.each([
    'which department set up telework centres?',
    'Which department created telework centres?',
    'Quel département a créé des télécentres ?',
    'Quel département a mis en place le télétravail ?',
    'quel departement a cree des telecentres',
    'quel département a fait du teletravail',
    'quel département propose le teletravial ?',
    'QUEL DÉPARTEMENT A CRÉÉ DES TÉLÉCENTRES ?',
    'Quel département a créé des télécentres ?'.normalize('NFD'),
  ])('is the Cantal: %s', (question) => {
    const answer = answerer.answer(question);
    expect(headline(answer)).toBe('Cantal');
    expect(excerpt(answer)).toContain(
      'Mis en place par le conseil général du Cantal, CyberCantal Télécentres est pour sa part un dispositif de télétravail',
    );
    const [first] = answer.kind === 'answered' ? answer.excerpts : [];
    expect(first?.citation).toMatchObject({
      file: '2014-11-06-laboratoires.md',
      title: 'L’innovation, une réponse aux enjeux des solidarités humaines et territoriales',
      date: '2014-11-06',
      section: ['Laboratoires', 'Agir pour un développement local'],
      line: 27,
    });
  });

  it.each([
    'département télécentres',
    'departement teletravail',
    'telecentres',
    'telework centre',
    'telework department',
    'télétravail Cantal',
  ])('is in the excerpt for keywords: %s', (question) => {
    expect(excerpt(answerer.answer(question))).toContain('CyberCantal Télécentres');
  });
});

describe('Agrilocal', () => {
  const sentence = 'Créée par les conseils généraux de la Drôme et du Puy-de-Dôme, Agrilocal est ainsi une plate-forme';

  it.each(['Qui a créé Agrilocal ?', 'qui a cree agrilocal', 'Who created Agrilocal?', 'créateur Agrilocal'])(
    'was created by Drôme and Puy-de-Dôme: %s',
    (question) => {
      expect(excerpt(answerer.answer(question))).toContain(sentence);
    },
  );

  it.each([
    'Quels départements ont créé Agrilocal ?',
    'quels departements ont cree agrilocal',
    'Which departments created Agrilocal?',
  ])('has both départements for a headline where several are asked for: %s', (question) => {
    expect(headline(answerer.answer(question))).toBe('Drôme et du Puy-de-Dôme');
  });

  it.each([
    'Que fournit Agrilocal ?',
    'À quoi sert Agrilocal ?',
    'a quoi sert agrilocal',
    'What does Agrilocal supply?',
    'Agrilocal approvisionnement cantines',
  ])('supplies school canteens and retirement homes: %s', (question) => {
    expect(excerpt(answerer.answer(question))).toContain(
      'approvisionner les cantines des collèges et les maisons de retraite',
    );
  });
});

describe('250 people use the telework scheme', () => {
  it.each([
    'Combien de personnes utilisent le dispositif de télétravail ?',
    'combien de personnes utilisent le teletravail',
    'Combien de personnes utilisent CyberCantal Télécentres ?',
    'How many people use the telework scheme?',
    "combien d'utilisateurs du télétravail",
  ])('%s', (question) => {
    const answer = answerer.answer(question);
    expect(headline(answer)).toBe('250 personnes');
    expect(excerpt(answer)).toContain('soit 250 personnes au total');
  });
});

describe('two people chaired “Inventer le nouveau service public”', () => {
  it.each([
    'Qui a présidé « Inventer le nouveau service public » ?',
    'Who chaired "Inventer le nouveau service public"?',
    "Qui a animé l'atelier Inventer le nouveau service public ?",
    'qui animait inventer le nouveau service public',
    'animateurs inventer le nouveau service public',
  ])('%s', (question) => {
    const answer = answerer.answer(question);
    expect(headline(answer)).toBe(
      'M. P. Camani, président du Conseil général du Lot-et-Garonne, M. P. Adnot, président du Conseil général de l’Aube',
    );
    expect(excerpt(answer)).toMatch(/^Animateurs : M\. P\. Camani/);
  });
});

describe('an organisation was represented by', () => {
  it.each([
    ['Qui représentait Orange ?', 'M. B. Janet (Orange)'],
    ['Who represented Orange?', 'M. B. Janet (Orange)'],
    ['Qui représentait Emmaüs Connect ?', 'M. Jean Deydier, directeur Emmaüs Connect'],
    ['qui representait emmaus connect', 'M. Jean Deydier, directeur Emmaüs Connect'],
    ['Who represented Emmaüs Connect?', 'M. Jean Deydier, directeur Emmaüs Connect'],
    ['Qui représentait SNCF Développement ?', 'M. C. Garnier (SNCF Développement)'],
    ['Who represented SNCF Développement?', 'M. C. Garnier (SNCF Développement)'],
  ])('%s %s', (question, person) => {
    expect(headline(answerer.answer(question))).toBe(person);
  });
});

describe('breakfast was set up for collégiens', () => {
  it.each([
    "Qu'a-t-on mis en place pour les collégiens ?",
    "qu'est-ce qui a ete mis en place pour les collegiens",
    'What was set up for collégiens?',
    'petit-déjeuner collégiens',
  ])('%s', (question) => {
    expect(excerpt(answerer.answer(question))).toContain('la mise en place de petit-déjeuner pour les collégiens');
  });
});

describe('rural planning should be imagined over 15 or 30 years', () => {
  it.each([
    'À quelle échelle de temps le développement rural doit-il être imaginé ?',
    'a quelle echelle imaginer le milieu rural',
    'Over what horizon should rural planning be imagined?',
    'Over how many years should rural development be imagined?',
  ])('%s', (question) => {
    expect(excerpt(answerer.answer(question))).toContain('à l’échelle de 15 ou 30 ans');
  });
});

describe('early intervention with over-indebted families pays because it costs less', () => {
  it.each([
    'Pourquoi intervenir tôt auprès des familles surendettées ?',
    'pourquoi intervenir tot aupres des familles surendettees',
    'Why does early intervention with over-indebted families pay?',
    'intervention précoce famille surendettée',
  ])('%s', (question) => {
    expect(excerpt(answerer.answer(question))).toContain(
      'se révèle moins coûteuse qu’un basculement vers l’aide sociale',
    );
  });
});

describe('the record is silent', () => {
  it.each<[question: string, missing: readonly string[]]>([
    ['Quel est le budget de CyberCantal ?', []],
    ['What is the budget of CyberCantal?', []],
    ['Combien coûte CyberCantal ?', []],
    ["Qui est maire d'Aurillac ?", ['maire', 'Aurillac']],
    ['qui est le maire d aurillac', ['maire', 'aurillac']],
    ['Who is mayor of Aurillac?', ['mayor', 'Aurillac']],
    ['Quelle est la date du prochain congrès ?', ['congrès']],
    ['Quand a lieu le prochain congrès ?', ['congrès']],
    ['When is the next congress?', ['congress']],
    ['What is the date of the next congress?', ['congress']],
  ])('%s', (question, missing) => {
    const answer = answerer.answer(question);
    expect(answer).toMatchObject({
      kind: 'not_found',
      searched: { files: 1, from: '2014-11-06', to: '2014-11-06' },
      silentSpeaker: null,
    });
    expect(answer.kind === 'not_found' ? answer.missingWords : []).toEqual(expect.arrayContaining([...missing]));
  });

  it('and shows the nearest passages as such', () => {
    const answer = answerer.answer('Quel est le budget de CyberCantal ?');
    expect(answer.kind === 'not_found' ? answer.nearest[0]?.text : '').toContain('CyberCantal Télécentres');
  });
});

describe('a narrator’s words', () => {
  it.each([
    'Quel département a créé des télécentres ?',
    'Qui a créé Agrilocal ?',
    'Que dit M. Klein du développement local ?',
    'Qui représentait Orange ?',
  ])('are nobody’s: %s', (question) => {
    const answer = answerer.answer(question, { limit: 20 });
    const excerpts = answer.kind === 'not_found' ? answer.nearest : answer.excerpts;
    expect(excerpts.length).toBeGreaterThan(0);
    for (const { citation } of excerpts) expect(citation).toMatchObject({ speaker: null, role: null });
  });

  it('are not passed off as those of the workshop’s chair', () => {
    expect(answerer.answer('Que dit M. Klein du développement local ?')).toMatchObject({
      kind: 'answered',
      silentSpeaker: 'M. M. Klein',
    });
  });
});

it('excerpts can be read at a glance: 300 characters at most on average over the questions that come with the corpus', () => {
  const { questions } = parseQuestions(readFileSync('corpus/questions.yaml', 'utf8'));
  const lengths = questions.flatMap(({ question }) => {
    const answer = answerer.answer(question);
    return answer.kind === 'not_found' ? [] : [excerpt(answer).length];
  });
  expect(lengths.length).toBeGreaterThan(40);
  expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(300);
});
