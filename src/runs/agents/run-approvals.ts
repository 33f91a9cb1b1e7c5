import type { AgentApprovals, PendingApproval } from '../../contracts/agent.ts';
import type { Approval, ApprovalStore } from '../../contracts/approval.ts';

/** How long a plan of a tool waits for a person, minutes. */
const expiresAfterMinutes = 24 * 60;

/** The run whose plans wait. */
export type ApprovingRun = {
  readonly runId: string;
  readonly repository: string;
  /** Null on an issue. */
  readonly pullRequest: number | null;
  readonly actor: string;
};

type Parts = { readonly approvals: ApprovalStore; readonly now: () => Date };

/** What people said of the plans of one run. */
export function createRunApprovals(run: ApprovingRun, { approvals, now }: Parts): AgentApprovals {
  const { runId, repository } = run;
  const find = (digest: string): Promise<Approval | undefined> =>
    approvals.find({ repository, id: approvalId(run, digest), now: now().toISOString() });
  return {
    async take({ digest }) {
      const approval = await find(digest);
      const [first] = approval?.approvedBy ?? [];
      if (approval === undefined || first === undefined) return undefined;
      const used = await approvals.consume({
        repository,
        id: approval.id,
        runId,
        digest,
        now: now().toISOString(),
      });
      return used ? { by: first.by } : undefined;
    },
    async rejection(digest) {
      const approval = await find(digest);
      if (approval?.state === 'rejected')
        return { by: approval.rejectedBy ?? 'somebody', reason: approval.reason };
      return approval?.state === 'expired' ? { by: 'nobody', reason: 'it expired unanswered' } : undefined;
    },
  };
}

/** Asks people about the plans; asking again changes nothing. Returns what they type to answer each. */
export async function askForApprovals(
  run: ApprovingRun,
  pending: readonly PendingApproval[],
  { approvals, now }: Parts,
): Promise<readonly (PendingApproval & { readonly id: string })[]> {
  const asked = [];
  for (const plan of pending) {
    const id = approvalId(run, plan.digest);
    const at = now();
    await approvals.request({
      id,
      runId: run.runId,
      repository: run.repository,
      pullRequest: run.pullRequest,
      kind: 'tool',
      digest: plan.digest,
      summary: `${plan.tool}: ${plan.plan}`,
      requestedBy: run.actor,
      needs: [{ name: 'tool', allowed: { role: 'maintain', teams: [], users: [] }, count: 1 }],
      selfApproval: false,
      requestedAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + expiresAfterMinutes * 60_000).toISOString(),
    });
    asked.push({ ...plan, id });
  }
  return asked;
}

/** How long the run may sleep before it looks again by itself, milliseconds. */
export const approvalWaitMs = expiresAfterMinutes * 60_000;

function approvalId({ runId }: ApprovingRun, digest: string): string {
  return `${runId}-${digest.slice(0, 8)}`;
}
