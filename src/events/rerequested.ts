import { z } from 'zod';
import type { Translation } from '../contracts/run.ts';
import { type Delivery, type Envelope, ignored, requestsOf } from './event.ts';

/** A pull request as check runs and suites name it. */
export const pullRequestRefSchema = z.object({
  number: z.number(),
  head: z.object({ sha: z.string(), repo: z.object({ id: z.number() }) }),
  base: z.object({ repo: z.object({ id: z.number() }) }),
});

/** A review per pull request that a re-requested check run or suite belongs to. */
export function rerequestedReviews(options: {
  readonly delivery: Delivery;
  readonly envelope: Envelope;
  readonly headSha: string;
  readonly pullRequests: readonly z.infer<typeof pullRequestRefSchema>[];
  /** Which review. Default: that of security. */
  readonly agent?: 'security' | 'code';
}): Translation {
  // GitHub leaves the list empty for forks; the run would not know which pull request to answer.
  if (options.pullRequests.length === 0) return ignored('no pull request in the re-requested check');
  return requestsOf(
    options.delivery,
    options.envelope,
    options.pullRequests.map(({ number, head, base }) => ({
      kind: 'review',
      pullRequest: number,
      headSha: options.headSha,
      reason: 'rerequested',
      draft: false,
      fork: head.repo.id !== base.repo.id,
      ...(options.agent === undefined ? {} : { agent: options.agent }),
    })),
  );
}
