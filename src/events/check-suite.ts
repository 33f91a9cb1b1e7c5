import { z } from 'zod';
import { type EventTranslator, envelopeSchema, requestsOf } from './event.ts';
import { pullRequestRefSchema, rerequestedReviews } from './rerequested.ts';

const payloadSchema = envelopeSchema.extend({
  check_suite: z.object({
    head_sha: z.string(),
    pull_requests: z.array(pullRequestRefSchema),
    conclusion: z.string().nullish(),
  }),
});

/** "Re-run all checks", and the end of all checks of one App. */
export const checkSuite: EventTranslator = {
  event: 'check_suite',
  actions: ['rerequested', 'completed'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    const { head_sha: headSha, pull_requests: pullRequests, conclusion } = payload.check_suite;
    if (payload.action === 'completed') {
      return requestsOf(delivery, payload, [
        {
          kind: 'checks-completed',
          headSha,
          green: ['success', 'neutral', 'skipped'].includes(conclusion ?? ''),
          // A fork's checks are not asked for: GitHub leaves its pull requests out anyway.
          pullRequests: pullRequests
            .filter(({ head, base }) => head.sha === headSha && head.repo.id === base.repo.id)
            .map(({ number }) => number),
        },
      ]);
    }
    return rerequestedReviews({ delivery, envelope: payload, headSha, pullRequests });
  },
};
