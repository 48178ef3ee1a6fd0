import { loadLexicon } from '../corpus/lexicon-file.ts';
import { loadCorpus } from '../corpus/load.ts';
import { formatFinding } from '../proceedings/finding.ts';
import type { Finding } from '../proceedings/finding.ts';
import { bundledCorpus, type DeskFolders } from './desk.ts';
import { replayQuestions } from './replay.ts';

/** What to check, and where the findings go. */
export interface CheckOptions extends DeskFolders {
  readonly json: boolean;
  /** Takes one line of output, without its line end. */
  readonly write: (line: string) => void;
}

/**
 * `greffier check`: writes what is wrong with a corpus folder, one line a finding and a line that sums up; with `json`, an
 * array of findings instead. The lexicon is read and the folder's questions are asked too. Returns the exit code: 1 where a finding is an error,
 * else 0.
 *
 * @throws CorpusError where the folder is missing, unreadable, not a folder, or holds no proceedings.
 * @throws IntentError where there are questions to ask and the intents are broken.
 */
export async function check(options: CheckOptions): Promise<number> {
  const { findings: faults, files, corpus } = await loadCorpus(options.corpus);
  const { findings: lexical } = await loadLexicon([bundledCorpus, options.corpus]);
  const findings = [...faults, ...lexical, ...(await replayQuestions(options, corpus))];
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  if (options.json) options.write(JSON.stringify(findings, null, 2));
  else for (const line of [...findings.map(formatFinding), summary(files.size, errors, findings)]) options.write(line);
  return errors > 0 ? 1 : 0;
}

function summary(files: number, errors: number, findings: readonly Finding[]): string {
  return [count(files, 'file'), count(errors, 'error'), count(findings.length - errors, 'warning')].join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
