import { z } from 'zod';
import type { Task, Translation } from '../contracts/run.ts';
import { type Delivery, type EventTranslator, envelopeSchema, requestsOf } from './event.ts';

const reasons = ['opened', 'reopened', 'synchronize', 'ready_for_review'] as const;

const payloadSchema = envelopeSchema.extend({
  action: z.enum(reasons),
  pull_request: z.object({
    number: z.number(),
    draft: z.boolean(),
    updated_at: z.string().optional(),
    head: z.object({ sha: z.string(), repo: z.object({ id: z.number() }).nullable() }),
    base: z.object({ repo: z.object({ id: z.number() }) }),
  }),
});

const closedSchema = envelopeSchema.extend({
  pull_request: z.object({
    number: z.number(),
    merged: z.boolean(),
    merge_commit_sha: z.string().nullish(),
    merged_at: z.string().nullish(),
    base: z.object({ ref: z.string() }),
    labels: z.array(z.object({ name: z.string() })).default([]),
  }),
});

/**
 * A new head on a pull request: review it. Whether drafts and bots are reviewed is the configuration's decision. A
 * closed one gives up what it holds.
 */
export const pullRequest: EventTranslator = {
  event: 'pull_request',
  actions: [...reasons, 'closed'],
  translate(delivery) {
    const { action } = envelopeSchema.parse(delivery.payload);
    if (action === 'closed') return closed(delivery);
    const payload = payloadSchema.parse(delivery.payload);
    const { number, draft, head, base, updated_at: updatedAt } = payload.pull_request;
    return requestsOf(delivery, payload, [
      {
        kind: 'review',
        pullRequest: number,
        headSha: head.sha,
        reason: payload.action,
        draft,
        // A deleted fork has no repository any more.
        fork: head.repo?.id !== base.repo.id,
        ...(updatedAt === undefined ? {} : { updatedAt }),
      },
    ]);
  },
};

function closed(delivery: Delivery): Translation {
  const payload = closedSchema.parse(delivery.payload);
  const { number, merged, merge_commit_sha: sha, merged_at: at, base, labels } = payload.pull_request;
  const tasks: Task[] = [{ kind: 'pull-request-closed', pullRequest: number, merged }];
  if (merged && typeof sha === 'string') {
    tasks.push({
      kind: 'merged',
      pullRequest: number,
      sha,
      branch: base.ref,
      labels: labels.map(({ name }) => name),
      at: at ?? delivery.receivedAt,
    });
  }
  return requestsOf(delivery, payload, tasks);
}
