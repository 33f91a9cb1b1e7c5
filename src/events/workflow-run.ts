import { z } from 'zod';
import { type EventTranslator, envelopeSchema, ignored, requestsOf } from './event.ts';

const payloadSchema = envelopeSchema.extend({
  workflow_run: z.object({ id: z.number(), event: z.string() }),
});

/** A dispatched workflow ended: a deployment may wait for it. Runs of other events are not ours. */
export const workflowRun: EventTranslator = {
  event: 'workflow_run',
  actions: ['completed'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    const { id, event } = payload.workflow_run;
    if (event !== 'workflow_dispatch') return ignored('the workflow was not dispatched');
    return requestsOf(delivery, payload, [{ kind: 'wake', key: `workflow_run/${id}` }]);
  },
};
