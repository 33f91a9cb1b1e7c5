import { z } from 'zod';
import { parseCommands } from '../commands/parse.ts';
import { type EventTranslator, envelopeSchema, ignored, requestsOf } from './event.ts';

const payloadSchema = envelopeSchema.extend({
  issue: z.object({ number: z.number(), pull_request: z.unknown().optional() }),
  comment: z.object({ id: z.number(), body: z.string(), created_at: z.string().optional() }),
});

/**
 * A new comment: one run per command in it. Only `created`: an edited comment may have been edited by somebody
 * else than its author. Comments by bots, ours included, are never commands.
 */
export const issueComment: EventTranslator = {
  event: 'issue_comment',
  actions: ['created'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    if (payload.sender.type !== 'User') return ignored('comment by a bot');
    const commands = parseCommands(payload.comment.body);
    if (commands.length === 0) return ignored('no command in the comment');
    return requestsOf(
      delivery,
      payload,
      commands.map(command => ({
        kind: 'command',
        issue: payload.issue.number,
        onPullRequest: payload.issue.pull_request !== undefined,
        commentId: payload.comment.id,
        ...(payload.comment.created_at === undefined ? {} : { commentedAt: payload.comment.created_at }),
        command,
      })),
    );
  },
};
