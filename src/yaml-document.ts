import { type Document, isNode, LineCounter, parseDocument } from 'yaml';

/** A YAML text whose nodes know their lines. */
export interface YamlDocument {
  readonly document: Document;
  /** Why it is no YAML, first fault first; empty where it is. */
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

/**
 * Parses YAML; nothing throws. "failsafe" leaves every scalar a string: no date, number or boolean is guessed. Without
 * `uniqueKeys` (default true) double keys are let through: the parser looks for them in quadratic time.
 */
export function parseYaml(
  text: string,
  options: { readonly schema: 'core' | 'failsafe'; readonly uniqueKeys?: boolean },
): YamlDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { version: '1.2', ...options, lineCounter, prettyErrors: false });
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line;
  const faultOf = (fault: { readonly message: string; readonly pos: readonly [number, number] }): YamlFault => ({
    line: lineAt(fault.pos[0]),
    message: fault.message.split('\n', 1)[0] ?? fault.message,
  });
  return {
    document,
    errors: document.errors.map(faultOf),
    warnings: document.warnings.map(faultOf),
    lineOf: (node) => (isNode(node) && node.range ? lineAt(node.range[0]) : 1),
  };
}
