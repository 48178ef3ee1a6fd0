import { describe, expect, it } from 'vitest';
import {
  type Attack,
  attacksOn,
  carriedOut,
  composedExpressions,
  expressionsIn,
  type Found,
  writtenExpressions,
} from './support/regular-expressions.ts';
import { inWorker } from './support/timed.ts';

/** Expressions that take more than linear time, and why they never see a long text. `opens`: how the expression does. */
const exceptions: readonly { readonly file: string; readonly opens: string; readonly why: string }[] = [
  { file: 'src/conversation/choose.ts', opens: String.raw`^[\s#"«]+|`, why: 'a message: `longestMessage`' },
  { file: 'src/conversation/bridge.ts', opens: '"[^"]*"|', why: 'a message: `longestMessage`' },
  { file: 'src/replies/long-date.ts', opens: String.raw`\B(?=(?:`, why: 'the digits of a count' },
  { file: 'src/language/detect.ts', opens: '"[^"]*"|', why: 'the first 2,000 characters of a message' },
  { file: 'src/intents/courtesy.ts', opens: '[ ,;.!?…–—-]+(?:', why: 'the last 60 characters of a message' },
  {
    file: 'src/intents/patterns.ts',
    opens: '^',
    why: '`longestMatched`; `compilePattern` allows no worse than a square',
  },
  { file: 'src/corpus/residue.ts', opens: String.raw`^[\s>*_`, why: 'lines of at most 60 characters' },
  { file: 'src/corpus/speeches.ts', opens: String.raw`\s*:(?=\s|$)|`, why: 'the first 560 characters of a paragraph' },
  { file: 'src/corpus/speeches.ts', opens: String.raw`^(.*?)\s*(:|`, why: 'bold words of at most 240 characters' },
  { file: 'src/corpus/people.ts', opens: '(?:^|[,;:)', why: '24 characters' },
  { file: 'src/corpus/role.ts', opens: String.raw`^([^,]*?\p{Ll}{3}) (`, why: 'an entry of a list: `longestList`' },
  { file: 'src/language/sentences.ts', opens: String.raw`^[\s\u00a0\u202f]+(?:[–—-]`, why: '12 characters' },
  { file: 'src/language/sentences.ts', opens: String.raw`[\p{L}\p{N}°]*$`, why: '12 characters' },
  { file: 'src/language/introductions.ts', opens: String.raw` et (?:M\.|Mme|`, why: 'a role: `longestRole`' },
  { file: 'src/answer/rises.ts', opens: '(?:augment|hauss|', why: 'the 80 characters before a number' },
  {
    file: 'src/language/quantities.ts',
    opens: String.raw`(?:\s+(?:de|d['’]))?\s*$`,
    why: 'a number and its noun, without runs of spaces',
  },
];

function isMeant({ file, opens }: (typeof exceptions)[number], { place, source }: Found): boolean {
  return place.split(':', 1)[0] === file && source.startsWith(opens);
}

/** Text of so many characters, and ten times as many. */
const short = 3_000;
/** Linear time grows tenfold, quadratic a hundredfold. */
const mostGrowth = 40;
/** Whatever takes fewer ms than this on the longer text says nothing. */
const floor = 100;
/** After so many ms the longer text is given up on. */
const patience = 20_000;

/** How an expression's time grows on an attack, in words; null where it is linear. */
async function growth(
  { source, flags }: Pick<Found, 'source' | 'flags'>,
  attack: Attack,
  limit = patience,
): Promise<string | null> {
  const texts = [short, 10 * short].map((length) => carriedOut(attack, length));
  const times = await inWorker<readonly number[]>(
    `({ source, flags, texts }) => texts.map((text) => Math.min(...[1, 2].map(() => {
      const expression = new RegExp(source, flags);
      const start = performance.now();
      if (expression.global) text.replace(expression, ''); else expression.test(text);
      return performance.now() - start;
    })))`,
    { source, flags, texts },
    limit,
  );
  if (times === null) return `more than ${limit} ms on ${10 * short} characters`;
  const [few = 0, many = 0] = times;
  return many > floor && many > mostGrowth * few ? `${few.toFixed(1)} ms, then ${many.toFixed(1)} ms` : null;
}

let all: ReturnType<typeof collect> | undefined;

/** Files compose their expressions once, while they are loaded. */
function allExpressions(): ReturnType<typeof collect> {
  all ??= collect();
  return all;
}

async function collect(): Promise<{ found: Found[]; composed: readonly string[]; made: readonly Found[] }> {
  const { literals, composed } = writtenExpressions();
  const files = new Set(composed.map((place) => place.split(':', 1)[0] ?? ''));
  const made = await composedExpressions([...files], async () => {
    const { loadIntents } = await import('../src/intents/load-intents.ts');
    loadIntents('intents');
    const { findQuantities } = await import('../src/language/quantities.ts');
    findQuantities('en 2014 année');
    const { createBlotter } = await import('../src/operations/blotter.ts');
    createBlotter(['xoxb-1-secret', 'p@ss/w"ord']);
  });
  const distinct = new Map([...literals, ...made].map((one) => [`/${one.source}/${one.flags}`, one]));
  return { found: [...distinct.values()], composed, made };
}

describe('the regular expressions of src/ and intents/', () => {
  it('are found: literals, composed ones, and the patterns of intents', async () => {
    const { literals, composed } = expressionsIn('a.ts', "const a = /x+$/u;\n\nconst b = new RegExp('y', 'i');");
    expect({ literals, composed }).toEqual({
      literals: [{ place: 'a.ts:1', source: 'x+$', flags: 'u' }],
      composed: ['a.ts:3'],
    });
  });

  it('take linear time on the worst text that a checker finds, or see short text only', async () => {
    const { found, composed, made } = await allExpressions();
    const unseen = composed.filter((place) => {
      const file = place.split(':', 1)[0] ?? '';
      const inFile = (other: string): boolean => other.startsWith(file);
      return made.filter((one) => inFile(one.place)).length < composed.filter(inFile).length;
    });
    expect(unseen, 'composed, but nothing here makes the program compose them').toEqual([]);
    const slow: string[] = [];
    for (const [one, attack] of await attacksOn(found)) {
      if (attack === null || exceptions.some((exception) => isMeant(exception, one))) continue;
      const told = await growth(one, attack);
      if (told !== null) slow.push(`${one.place} /${one.source}/${one.flags}: ${told} for ${JSON.stringify(attack)}`);
    }
    expect(slow).toEqual([]);
  }, 900_000);

  it('that see short text only are still there', async () => {
    const { found } = await allExpressions();
    const gone = exceptions.filter((exception) => !found.some((one) => isMeant(exception, one)));
    expect(gone).toEqual([]);
  });

  it('that grow faster are told apart from those that do not', async () => {
    const attack = { pumps: [{ prefix: '', pump: ' ' }], suffix: 'x' };
    expect(await growth({ source: String.raw`\s+$`, flags: '' }, attack)).not.toBeNull();
    expect(await growth({ source: String.raw`(?<!\s)\s+$`, flags: '' }, attack)).toBeNull();
    expect(await growth({ source: String.raw`^(?:\s|\s)*$`, flags: '' }, attack, 3_000)).toContain('more than');
  }, 60_000);
});
