import { z } from 'zod';
import { type EventTranslator, envelopeSchema, requestsOf } from './event.ts';

const payloadSchema = envelopeSchema.extend({
  merge_group: z.object({ head_sha: z.string(), base_sha: z.string(), head_ref: z.string() }),
});

/** The merge queue asks for checks: a required check that does not answer stalls the queue. */
export const mergeGroup: EventTranslator = {
  event: 'merge_group',
  actions: ['checks_requested'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    const { head_sha: headSha, base_sha: baseSha, head_ref: headRef } = payload.merge_group;
    return requestsOf(delivery, payload, [{ kind: 'merge-group', headSha, baseSha, headRef }]);
  },
};
