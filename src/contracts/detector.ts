import type { Tree } from 'web-tree-sitter';
import type { BesideFile } from './analysis.ts';
import type { Confidence, Severity } from './severity.ts';

/** The tree-sitter grammars a detector may ask for. */
export const grammars = ['javascript', 'typescript', 'tsx', 'python', 'go', 'java'] as const;
export type Grammar = (typeof grammars)[number];

/** The families of rules; a family is a folder in `src/detectors`. */
export type DetectorFamily =
  | 'secrets'
  | 'workflows'
  | 'code'
  | 'infrastructure'
  | 'iam'
  | 'dependencies'
  | 'agents';

/** One example of a rule's documentation; a test proves that bad ones are found and good ones are not. */
export type RuleExample = {
  /** Decides which detectors apply, for example `.github/workflows/ci.yml`. */
  readonly path: string;
  /**
   * The file's text. Realistic tokens must not stand in the repository (push protection blocks them): assemble
   * them with `src/detectors/secrets/example-token.ts`.
   */
  readonly text: string;
  /** The text on the base, for rules that compare with it. */
  readonly base?: string;
  /** Other files of the same change. */
  readonly beside?: readonly BesideFile[];
};

/** What a rule is: data for the catalogue, `devops explain`, SARIF and the generated page. */
export type RuleMetadata = {
  /** Kebab-case; also the file name, the page's heading and the fixture folder. */
  readonly id: string;
  readonly family: DetectorFamily;
  /** A short noun phrase: `GitHub token in source`. */
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** CWE identifiers such as `CWE-798`. */
  readonly cwe: readonly string[];
  /** OWASP Top 10 (2021) categories such as `A07`. */
  readonly owasp?: readonly string[];
  /** What the rule reports, one or two sentences. */
  readonly what: string;
  /** Why it matters: what an attacker gains. */
  readonly why: string;
  /** How to fix it, one or two sentences. */
  readonly fix: string;
  /** The provider's or standard's own documentation that the rule was written from. */
  readonly references: readonly string[];
  readonly examples: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] };
};

/** A half-open range of UTF-16 offsets into a file's text. */
export type Span = { readonly start: number; readonly end: number };

/** What a detector returns for one place; the engine adds position, evidence, masking and fingerprint. */
export type RawFinding = Span & {
  /** Never contains the secret or untrusted text longer than an identifier. */
  readonly message: string;
  /** Overrides the rule's own, for example when a checksum matched. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** Overrides the rule's fix. */
  readonly fix?: string;
  /** Parts to mask in every evidence line of the file. */
  readonly secrets?: readonly Span[];
  /** Where, in scans of whole files, a comment that asks to ignore it may also stand: the step, the job. */
  readonly scope?: Span;
  /** Further spans whose change makes this finding part of the change (the source of a tainted value, a `on:` block). */
  readonly related?: readonly Span[];
  /** Found by comparing with the base, so part of the change whatever the lines it stands on: a line that was taken out. */
  readonly isChange?: true;
};

/** One file as detectors see it: text plus lazily computed, shared parses. */
export type SourceFile = {
  readonly path: string;
  /** Decoded text, line endings as in the file. */
  readonly text: string;
  /** The text on the base of the change; undefined when there is none or it was not read. */
  readonly base: string | undefined;
  /** Other files of the same change or tree that references may lead to; see `FileToAnalyse.beside`. */
  readonly beside: readonly BesideFile[];
  /** The syntax tree in the grammar of the file's extension; undefined when there is none or it was not loaded. */
  readonly tree: () => Tree | undefined;
  /** Computes once per file and key, so that the rules of a family share a parse or a taint analysis. */
  readonly memo: <T>(key: string, compute: (file: SourceFile) => T) => T;
};

/**
 * A rule: pure, total, deterministic; no I/O, no clock, no randomness. The one thing `detect` may throw is
 * `UnparsableError`, for a file of the rule's own format that it cannot read.
 */
export type Detector = {
  readonly meta: RuleMetadata;
  /** Whether the rule looks at a file of this path at all. */
  readonly appliesTo: (path: string) => boolean;
  /** Lower-case strings one of which must occur in the lower-cased text; absent means always run. */
  readonly keywords?: readonly string[];
  /** Whether `file.tree()` is used, so that the engine loads the grammar first. Default: false. */
  readonly needsTree?: boolean;
  readonly detect: (file: SourceFile) => readonly RawFinding[];
};
