import Bottleneck from 'bottleneck';

/** Writes (and GraphQL queries, which the plugin counts as writes) at once before they are spaced out. */
const writes = { burst: 100, perSecond: 2 };
/** Comments: GitHub allows 80 requests a minute that create content, and 500 an hour. */
const comments = { burst: 40, perSecond: 1 };

/**
 * How fast each installation's requests go out: a token bucket. The throttling plugin's own default waits a
 * second before every write, counts GraphQL reads as writes, and waits three before a comment, which makes a
 * small review take five seconds for nothing. What GitHub still refuses is retried after `Retry-After`.
 *
 * @returns Options of `@octokit/plugin-throttling`; one object per process, since its groups keep the count.
 */
export function createPacing(): {
  readonly write: Bottleneck.Group;
  readonly notifications: Bottleneck.Group;
} {
  return {
    write: new Bottleneck.Group({ id: 'devops-write', ...tokenBucket(writes) }),
    notifications: new Bottleneck.Group({ id: 'devops-notifications', ...tokenBucket(comments) }),
  };
}

function tokenBucket(limit: {
  readonly burst: number;
  readonly perSecond: number;
}): Bottleneck.ConstructorOptions & { timeout: number } {
  return {
    maxConcurrent: 4,
    reservoir: limit.burst,
    reservoirIncreaseInterval: 1000,
    reservoirIncreaseAmount: limit.perSecond,
    reservoirIncreaseMaximum: limit.burst,
    // How long an idle installation's count is kept, milliseconds.
    timeout: 120_000,
  };
}
