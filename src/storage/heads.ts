import type { Store } from '../contracts/store.ts';
import type { Database } from './database.ts';

/** Head SHAs as the webhooks named them. */
export function createHeads({ query }: Database): Store['heads'] {
  return {
    saw: async ({ repository, pullRequest, headSha, at }) => {
      await query
        .insertInto('heads')
        .values({ repository, pull_request: pullRequest, head_sha: headSha, at: utc(at) })
        .onConflict(conflict => conflict.doNothing())
        .execute();
    },
    at: async ({ repository, pullRequest, at }) => {
      const row = await query
        .selectFrom('heads')
        .select('head_sha')
        .where('repository', '=', repository)
        .where('pull_request', '=', pullRequest)
        .where('at', '<=', utc(at))
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.head_sha;
    },
  };
}

/** One spelling for each moment, so that comparing texts compares times. */
function utc(at: string): string {
  return new Date(at).toISOString();
}
