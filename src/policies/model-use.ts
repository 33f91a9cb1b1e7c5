import type { Config } from '../contracts/config.ts';
import { allow, type Decision } from '../contracts/policy.ts';

/** What decides whether a review may ask a model. */
export type ModelFacts = {
  /** A model is configured and its key is there. */
  readonly configured: boolean;
  readonly fork: boolean;
  /** A maintainer commented `/devops review`. */
  readonly requested: boolean;
};

/**
 * Whether a review asks a model. Pull requests from forks cost money that a stranger would spend, so they
 * wait for a maintainer.
 */
export function modelUse(facts: ModelFacts, forks: Config['review']['forks']): Decision {
  if (!facts.configured)
    return deny('model-not-configured', 'No model is configured.', 'Set OPENAI_API_KEY and DEVOPS_MODEL.');
  if (!facts.fork) return allow;
  if (forks.model === 'off')
    return deny('model-off-for-forks', 'The model is off for forks.', 'Set review.forks.model: on-request.');
  if (facts.requested) return allow;
  return deny(
    'fork-needs-request',
    'A fork is reviewed without the model.',
    'A maintainer can comment `/devops review`.',
  );
}

function deny(code: string, message: string, next: string): Decision {
  return { kind: 'deny', code, message, next };
}
