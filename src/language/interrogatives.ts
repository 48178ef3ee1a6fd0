import { editDistance } from './edit-distance.ts';

/** French words of asking that are long enough to be told with a slip in them. */
const interrogatives = ['pourquoi', 'comment', 'combien', 'quelle', 'quelles'];
/** Words of their own, one letter away from one of these. */
const others = new Set(['commente', 'comments', 'combine', 'combines', 'quille', 'quilles']);
const shortest = 5;

/** The interrogative that a folded word is, with at most one slip after its first letter ("pourqoi", "conbien"), or null. */
export function interrogativeOf(word: string): string | null {
  if (word.length < shortest || others.has(word)) return null;
  const near = (one: string): boolean => one[0] === word[0] && editDistance(one, word) <= 1;
  return interrogatives.find((one) => one === word) ?? interrogatives.find(near) ?? null;
}

/** Folded text with its interrogatives spelled right. */
export function mendInterrogatives(folded: string): string {
  return folded.replace(/[a-z]+/g, (word) => interrogativeOf(word) ?? word);
}
