import Bottleneck from 'bottleneck';

/** Writes at once before they are spaced out: GitHub's secondary limits let through three a second (5 of 900 points a minute each). */
const writes = { burst: 100, perSecond: 2 };
/** GraphQL queries, of which GitHub's secondary limits let through 2,000 a minute. */
const queries = { burst: 200, perSecond: 20 };
/** Comments: GitHub allows 80 requests a minute that create content, and 500 an hour. */
const comments = { burst: 40, perSecond: 1 };

/**
 * How fast each installation's requests go out: a token bucket. The throttling plugin's own default waits a
 * second before every write, counts GraphQL reads as writes, and waits three before a comment, which makes a
 * small review take five seconds for nothing. What GitHub still refuses is retried after `Retry-After`.
 *
 * @returns Options of `@octokit/plugin-throttling`, apart for REST and GraphQL, because the plugin takes queries for
 * writes; one object per process, since its groups keep the count.
 */
export function createPacing(): { readonly rest: Pacing; readonly graphql: Pacing } {
  const notifications = new Bottleneck.Group({ id: 'devops-notifications', ...tokenBucket(comments) });
  return {
    rest: { write: new Bottleneck.Group({ id: 'devops-write', ...tokenBucket(writes) }), notifications },
    graphql: {
      write: new Bottleneck.Group({ id: 'devops-graphql', ...tokenBucket(queries) }),
      notifications,
    },
  };
}

/** The plugin's groups that space requests out; what it calls a write includes every GraphQL query. */
type Pacing = { readonly write: Bottleneck.Group; readonly notifications: Bottleneck.Group };

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
