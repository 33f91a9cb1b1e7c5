import { type DeployState, deployCheckPrefix } from '../contracts/deploy.ts';
import { deployHeadline, renderDeployComment } from './deploy-comment.ts';
import type { DeployView } from './deploy-view.ts';
import { truncate } from './untrusted-text.ts';

/** A check run's buttons come back as `approve:<run>` and `reject:<run>`: within GitHub's 20 characters. */
export const deployActionIds = { approve: 'approve:', reject: 'reject:' } as const;

/** The check run about a deployment, in the words of GitHub's REST API. */
export type RenderedDeployCheck = {
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion?: 'success' | 'failure' | 'cancelled' | 'action_required' | 'neutral';
  readonly title: string;
  readonly summary: string;
  readonly actions: readonly {
    readonly label: string;
    readonly description: string;
    readonly identifier: string;
  }[];
};

/** GitHub's limits of `title` and `summary`, characters. */
const maxTitle = 255;
const maxSummary = 65_535;

type Standing = Pick<RenderedDeployCheck, 'status' | 'conclusion'>;

const standings: Readonly<Record<DeployState, Standing>> = {
  checking: { status: 'in_progress' },
  'waiting-for-lock': { status: 'queued' },
  'waiting-for-approval': { status: 'completed', conclusion: 'action_required' },
  queued: { status: 'queued' },
  'in-progress': { status: 'in_progress' },
  verifying: { status: 'in_progress' },
  success: { status: 'completed', conclusion: 'success' },
  failure: { status: 'completed', conclusion: 'failure' },
  error: { status: 'completed', conclusion: 'failure' },
  cancelled: { status: 'completed', conclusion: 'cancelled' },
  refused: { status: 'completed', conclusion: 'action_required' },
  superseded: { status: 'completed', conclusion: 'neutral' },
};

/** Name of an environment's check run. */
export function deployCheckName(environment: string): string {
  return `${deployCheckPrefix}${environment}`;
}

/** The check run of a deployment: the comment's text, and buttons while it waits for an approval. */
export function renderDeployCheck(view: DeployView): RenderedDeployCheck {
  const [, , ...lines] = renderDeployComment(view).split('\n');
  return {
    ...standings[view.state],
    title: truncate(deployHeadline(view), maxTitle),
    summary: truncate(lines.join('\n').trim() || deployHeadline(view), maxSummary),
    actions:
      view.state === 'waiting-for-approval'
        ? [
            button('Approve', 'Let this deployment begin.', deployActionIds.approve + view.runId),
            button('Reject', 'Do not deploy this.', deployActionIds.reject + view.runId),
          ]
        : [],
  };
}

function button(
  label: string,
  description: string,
  identifier: string,
): RenderedDeployCheck['actions'][number] {
  return { label, description, identifier };
}
