import type { Translation } from '../contracts/run.ts';
import { checkRun } from './check-run.ts';
import { checkSuite } from './check-suite.ts';
import { deploymentProtectionRule } from './deployment-protection-rule.ts';
import { deploymentStatus } from './deployment-status.ts';
import { type Delivery, type EventTranslator, ignored } from './event.ts';
import { installation, installationRepositories } from './installation.ts';
import { issueComment } from './issue-comment.ts';
import { issues } from './issues.ts';
import { mergeGroup } from './merge-group.ts';
import { pullRequest } from './pull-request.ts';
import { pullRequestReviewComment } from './pull-request-review-comment.ts';
import { push } from './push.ts';
import { workflowRun } from './workflow-run.ts';

/** Every webhook event the App takes; `app.yml` subscribes to exactly these. */
export const eventTranslators: readonly EventTranslator[] = [
  checkRun,
  checkSuite,
  deploymentProtectionRule,
  deploymentStatus,
  installation,
  installationRepositories,
  issueComment,
  issues,
  mergeGroup,
  pullRequest,
  pullRequestReviewComment,
  push,
  workflowRun,
];

/**
 * Translates a verified delivery into runs, or says why there is nothing to do.
 *
 * @throws ZodError when the payload lacks what GitHub documents for the event.
 */
export function translateDelivery(delivery: Delivery): Translation {
  const translator = eventTranslators.find(candidate => candidate.event === delivery.event);
  if (translator === undefined) return ignored('event not taken');
  if (translator.actions.length === 0) return translator.translate(delivery);
  const action = actionOf(delivery.payload);
  if (action === undefined || !translator.actions.includes(action)) return ignored('action not taken');
  return translator.translate(delivery);
}

function actionOf(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('action' in payload)) return undefined;
  return typeof payload.action === 'string' ? payload.action : undefined;
}
