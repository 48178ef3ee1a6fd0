import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { Intent } from './intent.ts';

/** How sure the classifier must be: the best label's share of all probability, and its lead over the second. */
const leastShare = 0.5;
const leastLead = 2;
/** At least this share of an example's words must be in the message: one word out of five is no sign. */
const leastOverlap = 2 / 3;
/** A message with more different words than this is a question. */
const mostWords = 12;

/** Words that any message may hold: they neither speak for an intent nor against it. */
const neutral = new Set(
  `le la les l un une des de du d a au aux et en y ce ca c s j je tu vous me te moi toi nous on pour sur dans avec
   the an of to for and or you i it is in on at do please svp stp plait`.split(/\s+/),
);

/** Names the intent that a message without a known pattern speaks for, by its folded words; null for none. */
export type Classifier = (words: readonly string[]) => string | null;

/**
 * Trains `natural`'s naive Bayes classifier on the examples of all intents. It only decides for a message whose
 * every content word some intent knows from its examples: a question always brings a word of its own.
 * Trained at the first such message, a few milliseconds for hundreds of examples; deterministic.
 */
export function createClassifier(intents: readonly Intent[]): Classifier {
  const labelled = intents.map((intent) => ({
    name: intent.name,
    examples: intent.examples.map(({ words }) => new Set(words.map(singular))),
  }));
  const vocabularies = new Map(
    labelled.map(({ name, examples }) => [name, new Set(examples.flatMap((example) => [...example]))]),
  );
  let trained: BayesClassifier | null = null;
  const train = (): BayesClassifier => {
    const bayes = new BayesClassifier();
    labelled.forEach(({ examples }, label) => {
      for (const example of examples) bayes.addDocument([...example], String(label));
    });
    bayes.train();
    return bayes;
  };

  return (words) => {
    const said = new Set(words.slice(0, 200).map(singular));
    const content = [...said].filter((word) => !neutral.has(word));
    if (content.length === 0 || said.size > mostWords) return null;
    const covers = (name: string): boolean => content.every((word) => vocabularies.get(name)?.has(word) === true);
    if (!labelled.some(({ name }) => name !== 'ask' && covers(name))) return null;
    trained ??= train();
    const ranked = trained.getClassifications([...said]);
    const total = ranked.reduce((sum, { value }) => sum + value, 0);
    const [best, second] = ranked;
    if (!best || best.value < leastShare * total || best.value < leastLead * (second?.value ?? 0)) return null;
    const intent = labelled[Number(best.label)];
    if (!intent || intent.name === 'ask' || !covers(intent.name)) return null;
    return intent.examples.some((example) => overlap(example, said) >= leastOverlap) ? intent.name : null;
  };
}

function overlap(example: ReadonlySet<string>, said: ReadonlySet<string>): number {
  const content = [...example].filter((word) => !neutral.has(word));
  return content.length === 0 ? 0 : content.filter((word) => said.has(word)).length / content.length;
}

/** Enough of a stem for short messages in two languages. */
function singular(word: string): string {
  return word.replace(/(?<=[a-z]{2})[sx]$/, '');
}
