import { z } from 'zod';
import { type EventTranslator, envelopeSchema, ignored, requestsOf } from './event.ts';

const payloadSchema = envelopeSchema.extend({
  deployment: z.object({ id: z.number() }),
  deployment_status: z.object({ state: z.string() }),
});

/** States after which nobody waits any more. */
const finalStates = ['success', 'failure', 'error', 'inactive'];

/** Somebody reported how a deployment ended: one that an external system carries out may wait for it. */
export const deploymentStatus: EventTranslator = {
  event: 'deployment_status',
  actions: ['created'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    if (!finalStates.includes(payload.deployment_status.state)) return ignored('not a final state');
    return requestsOf(delivery, payload, [
      { kind: 'wake', key: `deployment_status/${payload.deployment.id}` },
    ]);
  },
};
