import type { DeployTrigger } from '../../contracts/deploy.ts';
import { isBase } from './ref-pattern.ts';

/** What happened to a pull request. */
export type TriggeringEvent = {
  readonly event: DeployTrigger['event'];
  /** The branch it was merged into, or its base. */
  readonly branch: string;
  readonly defaultBranch: string;
  readonly labels: readonly string[];
};

/** The environments that `deploy.on` deploys because of it, each once, in the order of the configuration. */
export function triggeredEnvironments(
  triggers: readonly DeployTrigger[],
  { event, branch, defaultBranch, labels }: TriggeringEvent,
): readonly string[] {
  const matching = triggers.filter(
    trigger =>
      trigger.event === event &&
      isBase(trigger.branches, { branch, defaultBranch }) &&
      (trigger.labels.length === 0 || trigger.labels.some(label => labels.includes(label))),
  );
  return [...new Set(matching.map(({ environment }) => environment))];
}
