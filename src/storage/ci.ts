import type { Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import { failureSchema } from '../contracts/diagnosis.ts';
import type { CiFailure, CiKey, CiStore } from '../contracts/store.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

const storedSchema = z.object({
  failures: z.array(failureSchema),
  gaps: z.array(z.string()),
  source: z.enum(['workflow', 'check']).default('workflow'),
  rerun: z.boolean().default(false),
  advice: z
    .object({
      fingerprint: z.string(),
      explanation: z.string().nullable(),
      evidence: z.string(),
      note: z.string().nullable(),
    })
    .nullable()
    .default(null),
});

/** What is remembered of CI on either database. */
export function createCiStore(database: Database): CiStore {
  const { query } = database;
  return {
    failed: failure => recordFailure(database, failure),
    passed: key => query.transaction().execute(transaction => close(database, transaction, key)),
    open: async ({ repository, pullRequest }) => {
      const rows = await query
        .selectFrom('ci_failures')
        .selectAll()
        .where('repository', '=', repository)
        .where('pull_request', '=', pullRequest)
        .orderBy('workflow')
        .execute();
      return rows.map(failureOf);
    },
    openOn: async ({ repository, workflow, headSha }) => {
      const rows = await query
        .selectFrom('ci_failures')
        .selectAll()
        .where('repository', '=', repository)
        .where('workflow', '=', workflow)
        .where('head_sha', '=', headSha)
        .where('pull_request', '>', 0)
        .orderBy('pull_request')
        .execute();
      return rows.map(failureOf);
    },
    ran: async ({ repository, workflow }) => {
      await query
        .insertInto('ci_workflows')
        .values({ repository, workflow, runs: 1 })
        .onConflict(conflict =>
          conflict
            .columns(['repository', 'workflow'])
            .doUpdateSet(row => ({ runs: row('ci_workflows.runs', '+', 1) })),
        )
        .execute();
    },
    flaky: async (repository, limit) => {
      const rows = await query
        .selectFrom('ci_flaky')
        .leftJoin('ci_workflows', join =>
          join
            .onRef('ci_workflows.repository', '=', 'ci_flaky.repository')
            .onRef('ci_workflows.workflow', '=', 'ci_flaky.workflow'),
        )
        .select(['ci_flaky.workflow', 'test', 'times', 'head_sha', 'seen_at', 'ci_workflows.runs'])
        .where('ci_flaky.repository', '=', repository)
        .orderBy('times', 'desc')
        .orderBy('seen_at', 'desc')
        .orderBy('test')
        .limit(limit)
        .execute();
      return rows.map(({ head_sha: headSha, seen_at: seenAt, runs, ...row }) => ({
        ...row,
        runs: runs ?? 0,
        headSha,
        at: new Date(seenAt).toISOString(),
      }));
    },
  };
}

/** Replaces what is known, unless that is of a newer run: deliveries may come out of order. */
async function recordFailure({ query, now }: Database, failure: CiFailure): Promise<void> {
  const { repository, workflow, pullRequest: pull_request, headSha: head_sha, runId, attempt } = failure;
  const changing = {
    head_sha,
    run_id: runId,
    attempt,
    diagnosis: JSON.stringify({
      failures: failure.failures,
      gaps: failure.gaps,
      source: failure.source,
      rerun: failure.rerun,
      advice: failure.advice,
    }),
    recorded_at: now,
  };
  await query
    .insertInto('ci_failures')
    .values({ repository, workflow, pull_request, ...changing })
    .onConflict(conflict =>
      conflict
        .columns(['repository', 'workflow', 'pull_request'])
        .doUpdateSet(changing)
        .where('ci_failures.run_id', '<=', runId),
    )
    .execute();
}

async function close(
  { now }: Database,
  transaction: Transaction<Schema>,
  {
    repository,
    workflow,
    pullRequest,
    headSha,
    runId,
  }: CiKey & { readonly headSha: string; readonly runId: number },
): Promise<CiFailure | undefined> {
  const row = await transaction
    .selectFrom('ci_failures')
    .selectAll()
    .where('repository', '=', repository)
    .where('workflow', '=', workflow)
    .where('pull_request', '=', pullRequest)
    .where('run_id', '<=', runId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const failure = failureOf(row);
  await transaction
    .deleteFrom('ci_failures')
    .where('repository', '=', repository)
    .where('workflow', '=', workflow)
    .where('pull_request', '=', pullRequest)
    .execute();
  const tests =
    row.head_sha === headSha ? failure.failures.flatMap(entry => entry.tests.map(({ name }) => name)) : [];
  for (const test of new Set(tests)) {
    await transaction
      .insertInto('ci_flaky')
      .values({ repository, workflow, test, times: 1, head_sha: headSha, seen_at: now })
      .onConflict(conflict =>
        conflict.columns(['repository', 'workflow', 'test']).doUpdateSet(existing => ({
          times: existing('ci_flaky.times', '+', 1),
          head_sha: headSha,
          seen_at: now,
        })),
      )
      .execute();
  }
  return failure;
}

function failureOf(row: Selectable<Schema['ci_failures']>): CiFailure {
  return {
    repository: row.repository,
    workflow: row.workflow,
    pullRequest: row.pull_request,
    headSha: row.head_sha,
    runId: Number(row.run_id),
    attempt: row.attempt,
    ...storedSchema.parse(JSON.parse(row.diagnosis)),
  };
}
