import { type Finding, formatFinding } from '../proceedings/finding.ts';
import { bundledCorpus } from './desk.ts';

/** One line that says how many files errors keep out, and where to see why; null where none is kept out. */
export function keptOutLine(findings: readonly Finding[], corpus: string): string | null {
  const { size } = new Set(findings.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  if (size === 0) return null;
  const check = corpus === bundledCorpus ? 'greffier check' : `greffier check --corpus "${corpus}"`;
  return `${size} ${size === 1 ? 'file is' : 'files are'} kept out: run ${check}`;
}

/**
 * Tells, of each state of a corpus folder, what its maintainer should know: at the start how many files are kept out,
 * after a change every finding that is new.
 */
export function createFindingsTeller(
  corpus: string,
  tell: (line: string) => void,
): (findings: readonly Finding[]) => void {
  let known: ReadonlySet<string> | null = null;
  return (findings) => {
    const lines = findings.map(formatFinding);
    const earlier = known;
    known = new Set(lines);
    if (earlier !== null) return lines.filter((line) => !earlier.has(line)).forEach(tell);
    const line = keptOutLine(findings, corpus);
    if (line !== null) tell(line);
  };
}
