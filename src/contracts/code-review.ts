import type { Tree } from 'web-tree-sitter';
import type { LineRange } from './analysis.ts';
import type { Severity } from './severity.ts';

/** What the code review can find. Those of a model are judgements; the others are decided by code alone. */
export const deterministicKinds = [
  'breaking-export',
  'breaking-openapi',
  'breaking-schema',
  'risky-migration',
  'missing-tests',
  'conflict-marker',
  'debug-leftover',
  'focused-test',
  'huge-file',
  'binary-file',
  'lock-file',
  'stale-docs',
  'repository-rule',
] as const;
export const modelKinds = [
  'correctness',
  'concurrency',
  'error-handling',
  'resource-leak',
  'compatibility',
  'test-gap',
  'documentation',
] as const;
export const codeKinds = [...deterministicKinds, ...modelKinds] as const;
export type CodeKind = (typeof codeKinds)[number];

/** Name of the check run; branch protection refers to it. */
export const codeCheckName = 'devops / code review';

/** One changed file with its text before and after. */
export type CodeFile = {
  readonly path: string;
  /** The path before the change; the same as `path` unless it was renamed. */
  readonly basePath: string;
  readonly status: 'added' | 'modified' | 'removed';
  /** Undefined for a removed file, and for one without readable text. */
  readonly head: string | undefined;
  /** The text at the merge base; undefined for a new file, and where it could not be read. */
  readonly base: string | undefined;
  /** Lines of `head` that the change added or altered; empty for a removed file. */
  readonly changedLines: 'all' | readonly LineRange[];
  readonly binary: boolean;
};

/** A whole change, read. */
export type CodeChange = {
  readonly files: readonly CodeFile[];
  /** What the change took away and documents may still name. */
  readonly vanished: readonly VanishedName[];
  /** Documents of the repository at the head that the change did not touch; read only when something vanished. */
  readonly documents: readonly Document[];
  /** Lock files that stand at the head beside changed manifests, whether or not the change touched them. */
  readonly lockFiles: ReadonlySet<string>;
};

/** Something that documents may speak of and that the change took away. */
export type VanishedName = {
  readonly name: string;
  readonly what: 'export' | 'option' | 'file';
  /** Where it stood. */
  readonly path: string;
  /** The new name of a file that was moved. */
  readonly now?: string;
};

/** A text of documentation. */
export type Document = { readonly path: string; readonly text: string };

/** A rule in plain language for some paths; with a pattern, code finds where it is broken. */
export type RepositoryRule = {
  readonly paths: readonly string[];
  readonly rule: string;
  /** A regular expression that a changed line must not match. */
  readonly pattern: string | undefined;
  readonly severity: Severity;
};

/** Which test belongs to which source, by templates with `{dir}` and `{name}`. */
export type TestMapping = { readonly source: string; readonly test: readonly string[] };

/** Paths that are not reviewed, or not for some kinds. */
export type IgnoreEntry = {
  readonly paths: readonly string[];
  readonly kinds: readonly CodeKind[] | undefined;
};

/** The part of `review` that is the code review's. */
export type CodeReviewConfig = {
  readonly rules: readonly RepositoryRule[];
  readonly ignore: readonly IgnoreEntry[];
  /** Most comments on lines, and most findings told in full. */
  readonly maxComments: number;
  readonly tests: readonly TestMapping[];
  /** Kinds that are off, or that have a severity of their own. */
  readonly kinds: Readonly<Partial<Record<CodeKind, Severity | 'off'>>>;
};

/** What a check returns for one place; position, quote and fingerprint are verified and added around it. */
export type CodeProblem = {
  readonly kind: CodeKind;
  /** A path of the change. */
  readonly path: string;
  /** 1-based, in the head; for a removed file in the base. */
  readonly line: number;
  readonly endLine?: number;
  /** The text that shows it, verbatim from a line of the head or of the base. */
  readonly quote: string;
  readonly message: string;
  readonly fix: string;
  /** Default: the kind's own. */
  readonly severity?: Severity;
  readonly confidence?: 'high' | 'medium' | 'low';
  /** Replaces exactly the lines `line..endLine`; only where that is safe whatever else the file holds. */
  readonly suggestion?: string;
};

/** Parses a text in the grammar of the path; undefined when there is none. */
export type ParseCode = (path: string, text: string) => Tree | undefined;

/** What checks work with beside the change. */
export type CheckTools = { readonly parse: ParseCode; readonly config: CodeReviewConfig };

/** One check: pure, total, deterministic. */
export type CodeCheck = (change: CodeChange, tools: CheckTools) => readonly CodeProblem[];
