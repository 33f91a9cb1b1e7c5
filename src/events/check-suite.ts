import { z } from 'zod';
import { type EventTranslator, envelopeSchema } from './event.ts';
import { pullRequestRefSchema, rerequestedReviews } from './rerequested.ts';

const payloadSchema = envelopeSchema.extend({
  check_suite: z.object({ head_sha: z.string(), pull_requests: z.array(pullRequestRefSchema) }),
});

/** "Re-run all checks". */
export const checkSuite: EventTranslator = {
  event: 'check_suite',
  actions: ['rerequested'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    const { head_sha: headSha, pull_requests: pullRequests } = payload.check_suite;
    return rerequestedReviews({ delivery, envelope: payload, headSha, pullRequests });
  },
};
