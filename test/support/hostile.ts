import { createAnswerer } from '../../src/answer/create-answerer.ts';
import { respondOnce } from '../../src/conversation/respond.ts';
import { parseLexicon } from '../../src/corpus/lexicon-file.ts';
import { lintCorpus } from '../../src/corpus/lint-corpus.ts';
import { parseProceedings } from '../../src/corpus/parse.ts';
import { loadIntents } from '../../src/intents/load-intents.ts';
import { analyseQuestion } from '../../src/language/question.ts';
import { sentenceSpans } from '../../src/language/sentences.ts';
import { tokenize } from '../../src/language/tokens.ts';
import type { Corpus } from '../../src/proceedings/proceedings.ts';
import { bundledLexicon } from './corpora.ts';

/** Long text of one kind. */
const pieces = {
  spaces: ' ',
  tabs: '\t',
  'no-break spaces': '\u00a0',
  'empty lines': '\n',
  'lines of one letter': 'a\n',
  commas: ',',
  'full stops': '.',
  'full stops and spaces': '. ',
  ellipses: '…',
  'marks of all kinds': '?!',
  colons: 'Un : ',
  letters: 'a',
  capitals: 'A',
  'capitals and full stops': 'A.',
  'capitalised words': 'Aa ',
  'words with a hyphen': 'Ab-',
  hyphens: '-',
  'letters and apostrophes': "l'",
  apostrophes: "'",
  'combining marks': '\u0301',
  'letters with combining marks': 'e\u0301',
  ligatures: 'œ',
  emoji: '😀',
  'joined emoji': '👩\u200d',
  'unpaired surrogates': '\ud800',
  'soft hyphens': '\u00ad',
  digits: '1',
  'digits in threes': '123 ',
  'digits and full stops': '1.',
  'number words': 'dix ',
  'number words with hyphens': 'dix-quatre-vingt-',
  'number words to choose from': 'dix à ',
  'small words': 'de la ',
  conjunctions: 'A et ',
  honorifics: 'M. ',
  'lists of names': 'MM. A, ',
  names: 'M. Jean Dupont, maire (Lyon), ',
  turns: 'M. A : ',
  'lines of turns': '**M. A** : b.\n\n',
  'lines of participants': 'Intervenants : M. A\n',
  bodies: 'conseil de la ',
  quotes: '"',
  'quoted words': '"a" ',
  guillemets: '«',
  'guillemets in each other': '« a «',
  'curly quotes': '“',
  brackets: '(',
  'brackets and marks': '(a! ',
  'brackets in each other': '(a)',
  'square brackets': '[',
  links: '[a](',
  stars: '*',
  'bold words': '**a',
  underscores: '_',
  hashes: '#',
  headings: '# a\n',
  bullets: '- ',
  'lines of bullets': '- a\n',
  bars: '|',
  backticks: '`',
  'open comments': '<!--',
  comments: '<!---->',
  filters: 'par:',
  exclusions: '-ab ',
  'excluded phrases': '-"ab',
  'hyphens after words': '-ab-ab',
  'questions of questions': "qu'est-ce que c'est que ",
  'English questions': 'what is the ',
  'said of what': "que dit ce qu'",
} as const;

/** Endings at which a search for the last character turns back. */
const endings = { '': '', ', then an exclamation mark': '!' } as const;

/** Hostile text by what it is made of, each of about so many characters. */
export function hostileTexts(length: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pieces).flatMap(([name, piece]) =>
      Object.entries(endings).map(([end, letter]) => [name + end, piece.repeat(length / piece.length) + letter]),
    ),
  );
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const headed = (body: string): string => `---\ntitle: Séance\n---\n\n${body}\n`;

const questions = [
  'qui a voté le budget ?',
  'où est le budget ?',
  'combien coûte le budget ?',
  'quels organismes ont voté le budget ?',
];

function corpusOf(text: string): Corpus {
  const { proceedings } = parseProceedings('a.md', bytes(headed(text)));
  return { proceedings: proceedings === null ? [] : [proceedings] };
}

/** What reads text that comes from outside, by name; each is made ready once. */
export const readers: Readonly<Record<string, () => (text: string) => unknown>> = {
  words: () => tokenize,
  sentences: () => (text) => sentenceSpans(text),
  question: () => {
    const lexicon = bundledLexicon();
    return (text) => analyseQuestion(text, lexicon);
  },
  intents: () => {
    const intents = loadIntents('intents');
    return (text) => intents.match(text);
  },
  // Longer messages are refused: this is the longest that is read.
  'longest message': () => {
    const desk = {
      answerer: createAnswerer(corpusOf('Le budget est voté.'), bundledLexicon()),
      intents: loadIntents('intents'),
    };
    return (text) => [text.slice(0, 2_000), text.slice(-2_000)].map((part) => respondOnce({ text: part }, desk));
  },
  'Markdown file': () => (text) => parseProceedings('a.md', bytes(headed(text))),
  'plain file': () => (text) => parseProceedings('a.txt', bytes(`Séance\n\n${text}`)),
  'front matter': () => (text) => parseProceedings('a.md', bytes(`---\ntitle: Séance\nplace: ${text}\n---\n`)),
  'quoted front matter': () => (text) => parseProceedings('a.md', bytes(`---\ntitle: ${JSON.stringify(text)}\n---\n`)),
  'people of front matter': () => (text) =>
    parseProceedings(
      'a.md',
      bytes(`---\ntitle: Séance\nparticipants: [${JSON.stringify(text.slice(0, 6_000))}]\n---\n`),
    ),
  'participants line': () => (text) => parseProceedings('a.md', bytes(headed(`Intervenants : ${text}`))),
  'speech, and the name of who speaks': () => (text) =>
    parseProceedings('a.md', bytes(headed(`**M. Paul Durand** : ${text}\n\nM. ${text} : oui.`))),
  corpus: () => (text) => lintCorpus([...corpusOf(text).proceedings, ...corpusOf(text).proceedings]),
  'record of which questions are asked': () => {
    const lexicon = bundledLexicon();
    return (text) => {
      const parts = text.match(/[^]{1,4000}/gu) ?? [];
      const answerer = createAnswerer(
        corpusOf(parts.map((part) => `Le budget est voté ${part}`).join('\n\n')),
        lexicon,
      );
      return questions.map((question) => respondOnce({ text: question }, { answerer, intents: { match } }));
    };
  },
  lexicon: () => (text) => parseLexicon(`english:\n  ${text}`),
};

const match = (text: string) => ({ name: 'ask', subject: text, message: text, reply: null });
