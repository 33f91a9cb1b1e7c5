import type { Selectable } from 'kysely';
import type { DeployRecord, ParameterValues } from '../contracts/deploy.ts';
import type { Store } from '../contracts/store.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/** What the product remembers of deployments; GitHub's own list is the truth about what is active. */
export function createDeployments({ query }: Database): Store['deployments'] {
  return {
    put: async record => {
      const changing = {
        sha: record.sha,
        ref: record.ref,
        parameters: JSON.stringify(record.parameters),
        digest: record.digest,
        state: record.state,
        deployment_id: record.deploymentId,
        updated_at: record.updatedAt,
      };
      await query
        .insertInto('deployments')
        .values({
          run_id: record.runId,
          repository: record.repository,
          environment: record.environment,
          pull_request: record.pullRequest,
          actor: record.actor,
          cause: record.cause,
          created_at: record.createdAt,
          ...changing,
        })
        .onConflict(conflict => conflict.column('run_id').doUpdateSet(changing))
        .execute();
    },
    find: async ({ repository, runId }) => {
      if (!/^[0-9a-z-]{4,64}$/.test(runId)) return undefined;
      const rows = await query
        .selectFrom('deployments')
        .selectAll()
        .where('repository', '=', repository)
        .where('run_id', 'like', `${runId}%`)
        .limit(2)
        .execute();
      const exact = rows.find(row => row.run_id === runId);
      const [only] = rows.length === 1 ? rows : [exact];
      return only === undefined ? undefined : recordOf(only);
    },
    list: async ({ repository, environment, pullRequest, states, limit }) => {
      let rows = query.selectFrom('deployments').selectAll().where('repository', '=', repository);
      if (environment !== undefined) rows = rows.where('environment', '=', environment);
      if (pullRequest !== undefined) rows = rows.where('pull_request', '=', pullRequest);
      if (states !== undefined) rows = rows.where('state', 'in', states);
      const found = await rows.orderBy('created_at', 'desc').orderBy('run_id').limit(limit).execute();
      return found.map(recordOf);
    },
  };
}

function recordOf(row: Selectable<Schema['deployments']>): DeployRecord {
  return {
    runId: row.run_id,
    repository: row.repository,
    environment: row.environment,
    pullRequest: row.pull_request,
    sha: row.sha,
    ref: row.ref,
    actor: row.actor,
    cause: row.cause,
    // Written by `put` above and by nobody else.
    parameters: JSON.parse(row.parameters) as ParameterValues,
    digest: row.digest,
    state: row.state,
    deploymentId: row.deployment_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
