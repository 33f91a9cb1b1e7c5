import type { Store } from '../contracts/store.ts';
import type { Database } from './database.ts';

/** Dismissals, one row per scope and fingerprint. */
export function createDismissals({ query }: Database): Store['dismissals'] {
  return {
    add: async ({ repository, pullRequest }, { fingerprint, reason, actor, scope, at }) => {
      const pull_request = scope === 'repository' ? 0 : pullRequest;
      await query
        .insertInto('dismissals')
        .values({ repository, scope, pull_request, fingerprint, reason, actor, at })
        .onConflict(conflict =>
          conflict
            .columns(['repository', 'scope', 'pull_request', 'fingerprint'])
            .doUpdateSet({ reason, actor, at }),
        )
        .execute();
    },
    list: async ({ repository, pullRequest }) =>
      await query
        .selectFrom('dismissals')
        .select(['fingerprint', 'reason', 'actor', 'scope', 'at'])
        .where('repository', '=', repository)
        .where(row =>
          row.or([
            row('scope', '=', 'repository'),
            row.and([row('scope', '=', 'pull-request'), row('pull_request', '=', pullRequest)]),
          ]),
        )
        .orderBy('at')
        .orderBy('fingerprint')
        .execute(),
  };
}
