import { z } from 'zod';
import { type EventTranslator, envelopeSchema, ignored, requestsOf } from './event.ts';
import { pullRequestRefSchema, rerequestedReviews } from './rerequested.ts';

const payloadSchema = envelopeSchema.extend({
  check_run: z.object({
    id: z.number(),
    head_sha: z.string(),
    pull_requests: z.array(pullRequestRefSchema),
  }),
  requested_action: z.object({ identifier: z.string() }).optional(),
});

/** Identifier of the check run's "Dismiss" button: `d:` and a fingerprint, within GitHub's 20 characters. */
const dismissIdentifier = /^d:(?<fingerprint>[0-9a-f]{16})$/;

/** Identifiers of a waiting deployment's buttons, with the run that waits. */
const decisionIdentifier = /^(?<word>approve|reject):(?<run>[0-9a-f]{12})$/;

/** "Re-run" and the buttons of our own check run; GitHub sends these only to the App that owns it. */
export const checkRun: EventTranslator = {
  event: 'check_run',
  actions: ['rerequested', 'requested_action'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    const { head_sha: headSha, pull_requests: pullRequests } = payload.check_run;
    const identifier = payload.requested_action?.identifier;
    if (payload.action === 'rerequested' || identifier === 'rerun') {
      return rerequestedReviews({ delivery, envelope: payload, headSha, pullRequests });
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
