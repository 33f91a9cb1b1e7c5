import type { Finding, NotAnalysed } from './finding.ts';
import type { UserRule } from './user-rule.ts';

/** Inclusive 1-based line numbers. */
export type LineRange = { readonly start: number; readonly end: number };

/** A file handed to the analysis. */
export type FileToAnalyse = {
  readonly path: string;
  readonly text: string;
  /** `all` for whole-tree scans and new files; otherwise the lines the change added or altered. */
  readonly changedLines: 'all' | readonly LineRange[];
  /** The text on the base of the change, where it was read: for files that rules compare with it. */
  readonly base?: string | undefined;
  /** Further files of the same scan or change, chosen by the analyser, that rules may resolve references in. */
  readonly beside?: readonly BesideFile[] | undefined;
};

/** A file that stands beside the one that is looked at. */
export type BesideFile = { readonly path: string; readonly text: string };

export type AnalysisOptions = {
  /** Rule ids that do not run. */
  readonly disabledRules: readonly string[];
  /** Longest a single file may take, milliseconds. Default 5,000. */
  readonly fileTimeoutMs?: number;
  /** Largest file that is looked at, bytes of UTF-8. Default 1 MiB (1,048,576), for lock files 8 MiB. */
  readonly maxFileBytes?: number;
  /**
   * Whether comments such as `# devops: ignore[rule] reason` are honoured. `unchanged`: only those on lines that
   * the change did not touch, which the base branch therefore has as well; `all`: for scans of a tree that is
   * trusted as it is. Default: none are.
   */
  readonly ignoreComments?: 'unchanged' | 'all';
  /** The repository's own rules. The same array is the same rules: they are compiled once for it. Default: none. */
  readonly userRules?: readonly UserRule[];
};

export type AnalysisResult = {
  /** Ordered by path, line, column, rule; independent of the order of the input and the number of workers. */
  readonly findings: readonly Finding[];
  readonly notAnalysed: readonly NotAnalysed[];
  /** Findings left out because a comment asks for it; always to be counted where results are shown. */
  readonly ignored?: readonly Finding[];
  readonly filesAnalysed: number;
  readonly bytesAnalysed: number;
};

/** Runs the detectors; the implementation decides where (a worker thread, or in this thread). */
export type Analyser = {
  analyse(files: readonly FileToAnalyse[], options: AnalysisOptions): Promise<AnalysisResult>;
  /** Ends worker threads. */
  close(): Promise<void>;
};
