import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';

/** A YAML text whose nodes know their lines. */
export interface YamlDocument {
  readonly document: Document;
  /** What it says, as plain data; undefined where there are errors. */
  readonly value: unknown;
  /** Why it cannot be read, the first faults in order; empty where it can. */
  readonly errors: readonly YamlFault[];
  readonly warnings: readonly YamlFault[];
  /** The line of a node; 1 for anything else. */
  readonly lineOf: (node: unknown) => number;
}

/** One line on what is wrong, and where: 1-based. */
export interface YamlFault {
  readonly line: number;
  readonly message: string;
}

/** As many aliases as a hand writes; more that multiply are a "billion laughs". */
const mostAliases = 20;

/** So many faults of a text are told; a page of brackets has one at each. */
const mostFaults = 20;

/**
 * Parses YAML; nothing throws. Tags of other programs make no object, and `<<` is a key like others. "failsafe" leaves
 * every scalar a string: no date, number or boolean is guessed. Without `uniqueKeys` (default true) double keys are let
 * through: the parser looks for them in quadratic time.
 */
export function parseYaml(
  text: string,
  options: { readonly schema: 'core' | 'failsafe'; readonly uniqueKeys?: boolean },
): YamlDocument {
  const lineCounter = new LineCounter();
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line;
  const faultOf = (fault: { readonly message: string; readonly pos: readonly [number, number] }): YamlFault => ({
    line: lineAt(fault.pos[0]),
    message: fault.message.split('\n', 1)[0] ?? fault.message,
  });
  const lineOf = (node: unknown): number => (isNode(node) && node.range ? lineAt(node.range[0]) : 1);
  const settings = { version: '1.2', ...options, lineCounter, prettyErrors: false } as const;
  const [parsed, tooDeep] = attempt(() => parseDocument(text, settings));
  const document = parsed ?? parseDocument('');
  const faults = tooDeep === null ? document.errors.slice(0, mostFaults).map(faultOf) : [{ line: 1, message: tooDeep }];
  const [value, unread] =
    faults.length === 0 ? attempt<unknown>(() => document.toJS({ maxAliasCount: mostAliases })) : [];
  return {
    document,
    value,
    errors: typeof unread === 'string' ? [{ line: lineOf(firstAlias(document)), message: unread }] : faults,
    warnings: document.warnings.map(faultOf),
    lineOf,
  };
}

/** The result, or why there is none, where the library throws on text that no hand writes. */
function attempt<T>(work: () => T): readonly [T | undefined, string | null] {
  try {
    return [work(), null];
  } catch (error) {
    if (error instanceof ReferenceError)
      return [undefined, 'too many aliases, or one without its anchor; write the values out'];
    if (error instanceof RangeError) return [undefined, 'lists and maps stand too deep in each other'];
    throw error;
  }
}

function firstAlias(document: Document): unknown {
  let found: unknown = null;
  visit(document, {
    Alias: (_, node) => {
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}
