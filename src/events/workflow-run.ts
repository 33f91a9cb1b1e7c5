import { z } from 'zod';
import type { Task } from '../contracts/run.ts';
import { type EventTranslator, envelopeSchema, ignored, requestsOf } from './event.ts';

const payloadSchema = envelopeSchema.extend({
  workflow_run: z.object({
    id: z.number(),
    name: z.string().nullish(),
    path: z.string(),
    event: z.string(),
    conclusion: z.string().nullish(),
    head_sha: z.string(),
    head_branch: z.string().nullish(),
    run_attempt: z.number().default(1),
    pull_requests: z.array(z.object({ number: z.number() })).default([]),
  }),
});

/** Triggers whose runs say something about a pull request or the default branch. */
const diagnosed = ['pull_request', 'push', 'merge_group', 'schedule'];

/**
 * A workflow ended. One that was dispatched may be a deployment that a run waits for; one that tested a pull request
 * or the default branch tells why it failed, or that it is green again.
 */
export const workflowRun: EventTranslator = {
  event: 'workflow_run',
  actions: ['completed'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    const run = payload.workflow_run;
    if (run.event === 'workflow_dispatch')
      return requestsOf(delivery, payload, [{ kind: 'wake', key: `workflow_run/${run.id}` }]);
    if (!diagnosed.includes(run.event)) return ignored('nobody looks at what this workflow tests');
    const outcome = outcomeOf(run.conclusion ?? '');
    if (outcome === undefined) return ignored('the workflow neither passed nor failed');
    const onDefaultBranch =
      run.event !== 'pull_request' && run.head_branch === payload.repository.default_branch;
    const task: Task = {
      kind: 'ci',
      outcome,
      source: 'workflow',
      workflowRun: run.id,
      workflow: (run.name ?? run.path).slice(0, 200),
      attempt: run.run_attempt,
      headSha: run.head_sha,
      // Forks' runs name no pull request; the run looks for it.
      pullRequest: run.pull_requests[0]?.number ?? null,
      onDefaultBranch,
    };
    return requestsOf(delivery, payload, [task]);
  },
};

function outcomeOf(conclusion: string): 'passed' | 'failed' | undefined {
  if (conclusion === 'success') return 'passed';
  return ['failure', 'timed_out', 'startup_failure'].includes(conclusion) ? 'failed' : undefined;
}
