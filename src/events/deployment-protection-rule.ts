import { z } from 'zod';
import { type EventTranslator, envelopeSchema, ignored, requestsOf } from './event.ts';

const payloadSchema = envelopeSchema.extend({
  environment: z.string(),
  /** Only its run number is taken; where to answer is known. */
  deployment_callback_url: z.string(),
  // Null in some deliveries, as GitHub's schema has it.
  deployment: z.object({ sha: z.string(), ref: z.string() }).nullish(),
  pull_requests: z.array(z.object({ number: z.number(), head: z.object({ sha: z.string() }) })).default([]),
});

/** A workflow's job waits for this App to let it into an environment. */
export const deploymentProtectionRule: EventTranslator = {
  event: 'deployment_protection_rule',
  actions: ['requested'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    const { environment, deployment, pull_requests: pullRequests } = payload;
    const run = /\/actions\/runs\/(?<id>\d{1,15})\/deployment_protection_rule$/.exec(
      payload.deployment_callback_url,
    );
    if (deployment === null || deployment === undefined || run?.groups === undefined)
      return ignored('no deployment or no workflow run to decide about');
    return requestsOf(delivery, payload, [
      {
        kind: 'protection-rule',
        environment,
        workflowRun: Number(run.groups['id']),
        sha: deployment.sha,
        ref: deployment.ref,
        pullRequest: pullRequests.find(({ head }) => head.sha === deployment.sha)?.number ?? null,
      },
    ]);
  },
};
