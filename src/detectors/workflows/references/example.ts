import type { RuleExample } from '../../../contracts/detector.ts';

/** Commits of the repository `octo/tool` that the pages of the audits speak about. */
export const exampleCommits = {
  /** Tagged v1 and v1.4.0, which an advisory affects. */
  released: 'a'.repeat(40),
  /** On the branch `main` and no release. */
  untagged: 'b'.repeat(40),
  /** A fork's. */
  foreign: 'c'.repeat(40),
  /** Tagged v2.0.0; `v2` is a tag and a branch. */
  fixed: 'd'.repeat(40),
} as const;

/** A workflow with one step that uses an action. */
export function usesExample(uses: string): RuleExample {
  return {
    path: '.github/workflows/ci.yml',
    text: `on: push\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${uses}\n`,
  };
}
