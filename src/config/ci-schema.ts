import { z } from 'zod';
import type { CiConfig } from '../contracts/ci.ts';
import { setting } from './setting.ts';

/** What holds where no file says otherwise. */
export const defaultCi: CiConfig = {
  comment: 'failures',
  externalChecks: true,
  rerunFailed: 'never',
  model: 'suggest',
};

/** From the least to the most that is done; a repository may go no further than its organisation. */
const reruns = ['never', 'once'] as const;
const models = ['off', 'explain', 'suggest'] as const;

export const ciSchema = z.strictObject({
  comment: setting(
    z.enum(['failures', 'never']),
    'Comment on the pull request when CI failed, or only after `/devops diagnose`.',
    defaultCi.comment,
  ),
  'external-checks': setting(
    z.boolean(),
    'Explain failed checks of other systems than GitHub Actions too, from their output and annotations.',
    defaultCi.externalChecks,
  ),
  'rerun-failed': setting(
    z.enum(reruns),
    'Run the failed jobs of a workflow again, once per commit, when each failed because of the network, a service, the runner or a test known to be flaky. The comment says so.',
    defaultCi.rerunFailed,
  ),
  model: setting(
    z.enum(models),
    'What the model adds, where one is configured: nothing, an explanation, or also a fix as a suggestion on a line that the change touches. Never for forks.',
    defaultCi.model,
  ),
});
type Written = z.infer<typeof ciSchema> | undefined;

/** The repository's settings over the organisation's, which bound what is spent: `rerun-failed` and `model`. */
export function mergeCi(
  organisation: Written,
  repository: Written,
  refuse: (setting: string, kept: string) => void,
): CiConfig {
  const bounded = <T extends string>(
    setting: 'rerun-failed' | 'model',
    order: readonly T[],
    [bound, wanted, standard]: readonly [T | undefined, T | undefined, T],
  ): T => {
    if (bound === undefined || wanted === undefined) return wanted ?? bound ?? standard;
    if (order.indexOf(wanted) <= order.indexOf(bound)) return wanted;
    refuse(`ci.${setting}`, bound);
    return bound;
  };
  return {
    comment: repository?.comment ?? organisation?.comment ?? defaultCi.comment,
    externalChecks:
      repository?.['external-checks'] ?? organisation?.['external-checks'] ?? defaultCi.externalChecks,
    rerunFailed: bounded('rerun-failed', reruns, [
      organisation?.['rerun-failed'],
      repository?.['rerun-failed'],
      defaultCi.rerunFailed,
    ]),
    model: bounded('model', models, [organisation?.model, repository?.model, defaultCi.model]),
  };
}
