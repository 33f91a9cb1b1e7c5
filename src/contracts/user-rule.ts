import type { RuleExample } from './detector.ts';
import type { Confidence, Severity } from './severity.ts';

/** The languages that a repository's own rules can be about; `javascript` includes TypeScript, JSX and TSX. */
export const userRuleLanguages = ['javascript', 'python', 'go', 'java'] as const;
export type UserRuleLanguage = (typeof userRuleLanguages)[number];

/** What a metavariable's text has to match, or must not. Regular expressions in JavaScript's notation. */
export type MetavariableConstraint = { readonly matches?: string; readonly not?: string };

/** What a rule looks for. */
export type UserRuleSearch =
  /** Code with metavariables (`$X`) and `...` for any arguments or statements; one of `any`, none of `not`. */
  | {
      readonly kind: 'pattern';
      readonly any: readonly string[];
      readonly not: readonly string[];
      readonly where: Readonly<Record<string, MetavariableConstraint>>;
    }
  /** A tree-sitter query; the capture `@match`, else the first, is what is reported. */
  | { readonly kind: 'query'; readonly query: string }
  /** Data that flows from a source to a sink, by the engine of the code rules. */
  | {
      readonly kind: 'taint';
      /** Undefined: what the product knows of frameworks and standard libraries. */
      readonly sources: readonly string[] | undefined;
      readonly sinks: readonly {
        readonly call: string;
        readonly arguments: readonly (number | string)[];
      }[];
      readonly sanitizers: readonly string[];
    };

/** A rule of a repository's own, from `.github/devops/rules/*.yml`. JSON throughout: it is sent to worker threads. */
export type UserRule = {
  /** With its prefix: `custom/no-legacy-crypto`. */
  readonly id: string;
  /** The file it stands in, and where its search stands there. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly title: string;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly cwe: readonly string[];
  readonly why: string;
  readonly fix: string;
  readonly references: readonly string[];
  readonly languages: readonly UserRuleLanguage[];
  /** Globs; empty means every file of the languages. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly search: UserRuleSearch;
  readonly examples: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] };
};
