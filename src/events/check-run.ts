import { z } from 'zod';
import { codeCheckName } from '../contracts/code-review.ts';
import type { Task, Translation } from '../contracts/run.ts';
import { type Delivery, type EventTranslator, envelopeSchema, ignored, requestsOf } from './event.ts';
import { pullRequestRefSchema, rerequestedReviews } from './rerequested.ts';

const payloadSchema = envelopeSchema.extend({
  check_run: z.object({
    id: z.number(),
    head_sha: z.string(),
    pull_requests: z.array(pullRequestRefSchema),
    name: z.string(),
    conclusion: z.string().nullish(),
    app: z.object({ slug: z.string().nullish() }).nullish(),
    check_suite: z.object({ head_branch: z.string().nullish() }).nullish(),
  }),
  requested_action: z.object({ identifier: z.string() }).optional(),
});

/** Identifier of the check run's "Dismiss" button: `d:` and a fingerprint, within GitHub's 20 characters. */
const dismissIdentifier = /^d:(?<fingerprint>[0-9a-f]{16})$/;

/** Identifiers of a waiting deployment's buttons, with the run that waits. */
const decisionIdentifier = /^(?<word>approve|reject):(?<run>[0-9a-f]{12})$/;

/** How the checks of this App are named; what they say needs no explanation of ours. */
const ownPrefix = 'devops / ';

/**
 * "Re-run" and the buttons of our own check run, which GitHub sends only to the App that owns it; and the end of checks
 * of other systems, which tell in their output why they failed.
 */
export const checkRun: EventTranslator = {
  event: 'check_run',
  actions: ['rerequested', 'requested_action', 'completed'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    if (payload.action === 'completed') return checkEnded(delivery, payload);
    const { head_sha: headSha, pull_requests: pullRequests } = payload.check_run;
    const identifier = payload.requested_action?.identifier;
    if (payload.action === 'rerequested' || identifier === 'rerun') {
      const isCode = payload.check_run.name === codeCheckName;
      const agent = isCode ? ({ agent: 'code' } as const) : {};
      return rerequestedReviews({ delivery, envelope: payload, headSha, pullRequests, ...agent });
    }
    const decision = decisionIdentifier.exec(identifier ?? '')?.groups;
    const [first] = pullRequests;
    if (decision !== undefined && first !== undefined) {
      const word = decision['word'] === 'approve' ? 'approve' : 'reject';
      return requestsOf(delivery, payload, [
        { kind: 'decide-from-check', pullRequest: first.number, word, run: decision['run'] ?? '' },
      ]);
    }
    const fingerprint = dismissIdentifier.exec(identifier ?? '')?.groups?.['fingerprint'];
    if (fingerprint === undefined || first === undefined) return ignored('unknown check run action');
    return requestsOf(delivery, payload, [
      { kind: 'dismiss-from-check', pullRequest: first.number, headSha, fingerprint },
    ]);
  },
};

/** Jobs of GitHub Actions are told by their workflow's end, with their logs. */
function checkEnded(delivery: Delivery, payload: z.infer<typeof payloadSchema>): Translation {
  const { check_run: check, repository } = payload;
  if (check.app?.slug === 'github-actions') return ignored('its workflow tells how it ended');
  if (check.name.startsWith(ownPrefix)) return ignored('a check of this App');
  const outcome = outcomeOf(check.conclusion ?? '');
  if (outcome === undefined) return ignored('the check neither passed nor failed');
  const pullRequest = check.pull_requests[0]?.number ?? null;
  const task: Task = {
    kind: 'ci',
    outcome,
    source: 'check',
    workflowRun: check.id,
    workflow: check.name.slice(0, 200),
    attempt: 1,
    headSha: check.head_sha,
    pullRequest,
    onDefaultBranch: pullRequest === null && check.check_suite?.head_branch === repository.default_branch,
  };
  return requestsOf(delivery, payload, [task]);
}

function outcomeOf(conclusion: string): 'passed' | 'failed' | undefined {
  if (conclusion === 'success') return 'passed';
  return ['failure', 'timed_out'].includes(conclusion) ? 'failed' : undefined;
}
