import type { Change } from '../check-texts.ts';

/** A small change, and what a reviewer who reads it would say. */
export type ReviewCase = {
  readonly name: string;
  readonly files: Change;
  /** `kind path` or `kind path:line`; everything else that is found is a false alarm. */
  readonly finds: readonly string[];
  /** Neither missed nor false. */
  readonly may?: readonly string[];
  /** Documents of the repository that the change does not touch. */
  readonly documents?: Readonly<Record<string, string>>;
  /** Lock files that stand in the repository. */
  readonly lockFiles?: readonly string[];
};
