import { z } from 'zod';
import { type EventTranslator, envelopeSchema, ignored, requestsOf } from './event.ts';
import { readReviewReply } from './review-reply.ts';

const payloadSchema = envelopeSchema.extend({
  pull_request: z.object({ number: z.number() }),
  comment: z.object({ id: z.number(), body: z.string(), in_reply_to_id: z.number().optional() }),
});

/**
 * A reply on a line, if it says one of the few things that the code review learns from. Only `created`: an edited
 * comment may have been edited by somebody else than its author.
 */
export const pullRequestReviewComment: EventTranslator = {
  event: 'pull_request_review_comment',
  actions: ['created'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    if (payload.sender.type !== 'User') return ignored('comment by a bot');
    const { in_reply_to_id: inReplyTo, body } = payload.comment;
    if (inReplyTo === undefined) return ignored('no reply');
    const reply = readReviewReply(body);
    if (reply === undefined) return ignored('nothing to learn from the reply');
    return requestsOf(delivery, payload, [
      {
        kind: 'review-reply',
        pullRequest: payload.pull_request.number,
        inReplyTo,
        word: reply.word,
        reason: reply.word === 'dismiss' ? reply.reason : '',
      },
    ]);
  },
};
