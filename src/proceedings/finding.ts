/** One result of `greffier check`. An `error` keeps a file out of the index (or `check` from passing); a `warning` does not. */
export interface Finding {
  /** Path relative to the corpus folder. */
  readonly file: string;
  /** 1-based; 1 where the whole file is meant. */
  readonly line: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What a maintainer can do, as a short imperative clause. */
  readonly remedy: string;
}

/** `file:line: severity: message (remedy)` */
export function formatFinding(finding: Finding): string {
  return `${finding.file}:${finding.line}: ${finding.severity}: ${finding.message} (${finding.remedy})`;
}
