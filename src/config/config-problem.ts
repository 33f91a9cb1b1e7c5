/** Something wrong in a configuration file; lines and columns are 1-based. */
export type ConfigProblem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Dotted path of the setting, for example `review.fail-on`; empty for the file as a whole. */
  readonly setting: string;
  /** A sentence that says what is wrong and what would be right. Quotes at most 64 characters of the file. */
  readonly message: string;
  /** The word that was probably meant, for unknown keys, rules and values. */
  readonly suggestion?: string;
};

/** `file:line:column: message Did you mean "x"?` */
export function formatConfigProblem(problem: ConfigProblem): string {
  const hint = problem.suggestion === undefined ? '' : ` Did you mean "${problem.suggestion}"?`;
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}${hint}`;
}

/** Untrusted text as it may be quoted in a message: short, on one line. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.replace(/\s+/g, ' ').slice(0, 64)}"`;
}
