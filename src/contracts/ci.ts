/** `ci:` of the effective configuration. */
export type CiConfig = {
  /** Whether failures are told in a comment without being asked; `/devops diagnose` always answers. */
  readonly comment: 'failures' | 'never';
  /** Whether failed checks of other systems than GitHub Actions are explained too. */
  readonly externalChecks: boolean;
  /** Whether failed jobs are run again, once per commit, when none of them failed because of the code. */
  readonly rerunFailed: 'never' | 'once';
  /** What a configured model adds: nothing, an explanation, or also a fix as a suggestion on a changed line. */
  readonly model: 'off' | 'explain' | 'suggest';
};
