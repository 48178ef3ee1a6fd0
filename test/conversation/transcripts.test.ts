import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answerer } from '../../src/answer/answerer.ts';
import { answererWith, record } from '../support/corpora.ts';
import { answererOf, bundledAnswerer } from '../support/records.ts';
import { type Talk, talkWith } from '../support/talk.ts';

let bundled: Answerer;
let talk: Talk;
beforeAll(async () => {
  bundled = await bundledAnswerer();
});
beforeEach(async () => {
  talk = await talkWith(bundled);
});
afterEach(() => talk.close());

const cyberCantal =
  '« Mis en place par le conseil général du Cantal, CyberCantal Télécentres est pour sa part un dispositif de télétravail utilisé par de jeunes entrepreneurs, des salariés et des travailleurs indépendants, soit 250 personnes au total. Cette initiative maintient l’emploi dans le département et permet à des salariés de venir habiter dans le Cantal tout en conservant un emploi géographiquement éloigné. »';

describe('in French', () => {
  it('greets, answers, shows the context, follows up, gives more, and takes thanks', async () => {
    expect(await talk.say('Bonjour !')).toBe(
      'Bonjour ! Posez-moi une question sur les comptes rendus, ou dites « aide ».',
    );
    expect(await talk.remembers()).toBe(false);

    const answer = await talk.say('quel département a créé des télécentres ?');
    expect(answer).toMatch(/^Cantal\n\n/);
    expect(answer).toContain(cyberCantal);
    expect(answer).toContain(
      '6 novembre 2014 · Laboratoires › Agir pour un développement local · 2014-11-06-laboratoires.md:',
    );
    expect(await talk.remembers()).toBe(true);

    const context = await talk.say('montre le contexte');
    expect(context).toMatch(/^Avant :\n« Des exemples illustrent cette mutation\.|^Avant :\n« /);
    expect(context).toContain('Le passage :\n« Mis en place par le conseil général du Cantal');
    expect(context).not.toContain('Inventer le nouveau service public');

    const followUp = await talk.say('et dans le Puy-de-Dôme ?');
    expect(followUp).not.toContain('Posez');
    expect(await talk.say('Merci !')).toBe('Avec plaisir.');
    expect(await talk.say('contexte 12')).toMatch(
      /^La dernière réponse montre \d extraits?\. Dites par exemple « contexte 1 »\.$/,
    );
  });

  it('asks the same of another place', async () => {
    await talk.say('Qui a créé Agrilocal dans la Drôme ?');
    expect(await talk.say('et le Puy-de-Dôme ?')).toContain(
      'Créée par les conseils généraux de la Drôme et du Puy-de-Dôme, Agrilocal',
    );
  });

  it('asks how many of the same thing', async () => {
    await talk.say('qui utilise le dispositif de télétravail ?');
    expect(await talk.say('combien de personnes ?')).toMatch(/^250 personnes\n/);
  });

  it('asks who chaired the section just cited', async () => {
    await talk.say('à quelle échelle faut-il imaginer le milieu rural ?');
    expect(await talk.say('et qui a animé cet atelier ?')).toMatch(
      /^M\. M\. Klein, président du Conseil général de Meurthe-et-Moselle\n/,
    );
    expect(await talk.say('liste des participants de cet atelier')).toContain(
      'Animateur :\n• M. M. Klein, président du Conseil général de Meurthe-et-Moselle\nIntervenants :\n• Mme L. Barthe',
    );
    await talk.say('que dit le compte rendu de l’intervention précoce auprès d’une famille surendettée ?');
    expect(await talk.say('et qui a présidé ?')).toContain('M. J. Guedj, président du Conseil général de l’Essonne');
  });

  it('gives excerpts that were not shown yet, until there are none', async () => {
    const seen = [await talk.say('cite-moi l’innovation')];
    for (let turn = 0; turn < 12; turn += 1) {
      const more = await talk.say('d’autres extraits');
      if (more === 'Je n’ai pas d’autre extrait à ce sujet.') break;
      seen.push(more);
    }
    const quotations = seen.flatMap((text) => [...text.matchAll(/« ([^»]+) »/g)].map(([, quotation]) => quotation));
    expect(quotations.length).toBeGreaterThan(3);
    expect(new Set(quotations).size).toBe(quotations.length);
    expect(await talk.say('encore')).toBe('Je n’ai pas d’autre extrait à ce sujet.');
  });

  it('quotes somebody’s own words, and those about a subject that has their name', async () => {
    const spoken =
      '**Mme Anne Roux** : La ligne rouvrira.\n\n**M. Luc Vial** : La ligne de Mme Roux, monsieur Petit, est une folie. Roux !';
    const debate = await talkWith(answererWith({ 'a.md': record('La ligne', spoken) }));
    for (const hers of [
      'une citation de Mme Roux',
      'cite Mme Roux',
      'citations d’Anne Roux sur la ligne',
      'quotes by Anne Roux',
    ])
      expect(await debate.say(hers), hers).toMatch(/^« La ligne rouvrira\. »\n— Mme Anne Roux/);
    expect(await debate.say('une citation sur Mme Roux')).toMatch(/^« La ligne de Mme Roux.*\n— M\. Luc Vial/);
    await debate.close();
  });

  it('lists proceedings, sections and participants in the record’s own words', async () => {
    expect(await talk.say('liste des comptes rendus')).toBe(
      'Le fonds contient 1 compte rendu :\n• 6 novembre 2014 — L’innovation, une réponse aux enjeux des solidarités humaines et territoriales (2014-11-06-laboratoires.md)',
    );
    expect(await talk.say('sommaire du 6 novembre 2014')).toContain('• Inventer le nouveau service public (ligne ');
    expect(await talk.say('qui a participé ?')).toContain(
      'Animateurs :\n• M. P. Camani, président du Conseil général du Lot-et-Garonne\n• M. P. Adnot',
    );
    expect(await talk.say('liste des intervenants de l’atelier emploi')).toMatch(
      /^Participants, « Agir pour la croissance et l’emploi » :\nAnimateur :\n• M\. C\. Perny, président du Conseil général du Jura\nIntervenants :\n• M\. Philippe Archias, consultant Algoé\n• M\. P\. Legrand \(FIRIP\)\n• Mme K\. Le Chenadec \(CDC\)\n\(2014-11-06-laboratoires\.md, ligne \d+\)$/,
    );
  });

  it('answers a precise question about a participant with a citation, not with a list', async () => {
    const answer = await talk.say('qui représentait Orange ?');
    expect(answer).toMatch(/^M\. B\. Janet/);
    expect(answer).toContain(
      '« Intervenants : M. S. Vincent, coordinateur du consortium Réacteur public, M. B. Janet (Orange), M. G. Darde (Elior). »',
    );
  });

  it('says kindly that there is nothing to continue', async () => {
    expect(await talk.say('autres extraits')).toBe(
      'Je n’ai pas encore de question à prolonger ici. Posez-en une, puis demandez « autres extraits ».',
    );
    expect(await talk.say('contexte')).toBe(
      'Je n’ai pas encore d’extrait à situer ici. Posez une question, puis demandez « montre le contexte ».',
    );
    expect(await talk.say('une citation')).not.toBe('');
  });

  it('keeps two people in one thread apart', async () => {
    await talk.say('qui a créé Agrilocal ?', 'U1');
    expect(await talk.say('autres extraits', 'U2')).toContain('Je n’ai pas encore de question');
  });
});

describe('in both languages', () => {
  it('takes a French follow-up to an English question, and misses none of its small words', async () => {
    await talk.say('which department set up telework centres?');
    const drome = await talk.say('et dans la Drôme ?');
    expect(drome).toContain('« Créée par les conseils généraux de la Drôme');
    await talk.say('which department set up telework centres?');
    const gers = await talk.say('et dans le Gers ?');
    expect(gers).not.toMatch(/« (?:set|up|telework|dans|le|in|the) »/);
  });

  it('takes an English follow-up to a French question', async () => {
    await talk.say('quel département a créé des télécentres ?');
    expect(await talk.say('and in the Gers?')).not.toMatch(/“(?:créé|des|in|the)”/);
    await talk.say('qui utilise le dispositif de télétravail ?');
    expect(await talk.say('how many people?')).toMatch(/^250 personnes\n/);
  });
});

describe('in English', () => {
  it('answers around the French quotation, in English, and stays in English', async () => {
    const answer = await talk.say('Hello, which department set up telework centres?');
    expect(answer).toMatch(/^Cantal\n\n/);
    expect(answer).toContain(cyberCantal);
    expect(answer).toContain('6 November 2014');
    expect(await talk.say('context')).toContain('The passage:\n« ');
    expect(await talk.say('how many people?')).toMatch(/^250 personnes\n/);
    expect(await talk.say('what can you do?')).toContain('say where they stand');
    expect(await talk.say('thanks!')).toBe('You are welcome.');
    expect(await talk.say('that is wrong')).toContain('Thank you for telling me.');
    expect(await talk.say('list the proceedings')).toMatch(/^I hold 1 record:\n• 6 November 2014 — /);
  });

  it('says that the record is silent', async () => {
    const silence = await talk.say('Who is the mayor of Aurillac?');
    expect(silence).toMatch(
      /^The record does not answer this question\.\nI searched 1 record \(6 November 2014\), \d+ passages\./,
    );
  });
});

const debate = answererOf({
  'a.md': `---
title: Débat sur le haut débit
date: 2018-03-01
---
# Débat sur le haut débit

**M. Paul Martin**, député : Le haut débit doit arriver dans chaque village avant 2022.

**Mme Anne Martin**, ministre : Le haut débit coûte trois milliards d'euros aux départements.
`,
  'b.md':
    '---\ntitle: Débat sur les crèches\ndate: 2019-05-02\n---\n# Débat sur les crèches\n\n**M. Jean Petit** : Les crèches manquent de personnel.\n',
});

describe('an ambiguous name', () => {
  let now: number;
  beforeEach(async () => {
    now = 1_000_000;
    talk = await talkWith(debate, { clock: () => now });
  });
  const question =
    'Plusieurs personnes portent le nom Martin. De qui s’agit-il ?\n1. Mme Anne Martin\n2. M. Paul Martin\nRépondez par un numéro ou par un nom, ou posez une autre question.';
  const anne =
    "« Le haut débit coûte trois milliards d'euros aux départements. »\n— Mme Anne Martin, ministre · Débat sur le haut débit";
  const paul =
    '« Le haut débit doit arriver dans chaque village avant 2022. »\n— M. Paul Martin, député · Débat sur le haut débit';

  it.each([
    ['1', anne],
    ['la deuxième', paul],
    ['Paul', paul],
    ['Mme Anne Martin', anne],
    ['n° 2', paul],
  ])('is settled by "%s"', async (choice, expected) => {
    expect(await talk.say('Que dit Martin sur le haut débit ?')).toBe(question);
    expect(await talk.say(choice)).toContain(expected);
    expect(await talk.say('merci')).toBe('Avec plaisir.');
  });

  it('is not asked about where honorific or first name settle it', async () => {
    expect(await talk.say('Que dit Mme Martin sur le haut débit ?')).toContain(anne);
    expect(await talk.say('Que dit Paul Martin sur le haut débit ?')).toContain(paul);
  });

  it('of two words is replaced as a whole, and an honorific before it settles it', async () => {
    const body =
      '**M. Fabien Di Filippo** : Le pain coûte cher.\n\n**Mme Anne Di Filippo** : Le pain est bon.\n\n**M. Luc Di Filippo** : Le pain manque.';
    const family = await talkWith(answererOf({ 'a.md': `---\ntitle: Débat\n---\n\n${body}\n` }));
    const asked = await family.say('Que dit M. Di Filippo sur le pain ?');
    expect(asked).toContain('portent le nom Di Filippo');
    expect(asked).toContain('1. M. Fabien Di Filippo\n2. M. Luc Di Filippo\nRépondez');
    const answer = await family.say('2');
    expect(answer).toContain('« Le pain manque. »');
    expect(answer).not.toContain('Di M.');
    await family.close();
  });

  it('is not asked about in a question that is not about the person’s words', async () => {
    expect(await talk.say('haut débit Martin')).not.toContain('Plusieurs personnes');
  });

  it('is asked about in English too', async () => {
    expect(await talk.say('What did Martin say about broadband?')).toContain(
      'Several people are called Martin. Whom do you mean?\n1. Mme Anne Martin',
    );
    expect(await talk.say('the first one')).toContain('Mme Anne Martin');
  });

  it('is asked about again, once, where the answer is not understood, then dropped on request', async () => {
    await talk.say('Que dit Martin sur le haut débit ?');
    expect(await talk.say('euh')).toBe(`Je n’ai pas reconnu ce choix. ${question}`);
    expect(await talk.say('7')).toBe(`Je n’ai pas reconnu ce choix. ${question}`);
    expect(await talk.say('annuler')).toBe('D’accord, laissons cela.');
    expect(await talk.say('autres extraits')).toContain('Je n’ai pas encore de question');
  });

  it('gives way to a new question', async () => {
    await talk.say('Que dit Martin sur le haut débit ?');
    expect(await talk.say('qui parle des crèches ?')).toContain(
      '« Les crèches manquent de personnel. »\n— M. Jean Petit',
    );
    expect(await talk.say('1')).not.toContain('Anne Martin');
  });

  it('gives way to another request', async () => {
    await talk.say('Que dit Martin sur le haut débit ?');
    expect(await talk.say('liste des comptes rendus')).toContain(
      'Le fonds contient 2 comptes rendus :\n• 2 mai 2019 — Débat sur les crèches (b.md)\n• 1er mars 2018',
    );
  });

  it('is forgotten after ten minutes', async () => {
    await talk.say('Que dit Martin sur le haut débit ?');
    expect(await talk.remembers()).toBe(true);
    now += 10 * 60_000;
    expect(await talk.say('2')).not.toContain('Paul Martin, député');
  });

  it('still waits after an empty message', async () => {
    await talk.say('Que dit Martin sur le haut débit ?');
    expect(await talk.say('   ')).toContain('rien reçu à lire');
    expect(await talk.say('2')).toContain(paul);
  });
});

describe('several proceedings', () => {
  beforeEach(async () => {
    talk = await talkWith(debate);
  });

  it('asks which one a list is wanted of', async () => {
    expect(await talk.say('sommaire')).toBe(
      'Le fonds contient 2 comptes rendus. Lequel voulez-vous ?\n1. Débat sur les crèches (2 mai 2019)\n2. Débat sur le haut débit (1er mars 2018)\nRépondez par un numéro ou par un nom, ou posez une autre question.',
    );
    expect(await talk.say('haut débit')).toBe('« Débat sur le haut débit » n’a pas de sections.\n(a.md)');
    expect(await talk.say('qui a participé ?')).toContain(
      'Prennent la parole :\n• M. Paul Martin, député\n• Mme Anne Martin, ministre\n(a.md)',
    );
    expect(await talk.say('who took part in the debate of 2 May 2019?')).toBe(
      'Participants, “Débat sur les crèches”:\nSpeaker:\n• M. Jean Petit\n(b.md)',
    );
  });

  it('takes the one that the last answer cites', async () => {
    await talk.say('Que dit Jean Petit sur les crèches ?');
    expect(await talk.say('qui a participé ?')).toContain('• M. Jean Petit\n(b.md)');
  });
});
