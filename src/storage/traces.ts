import type { Store } from '../contracts/store.ts';
import type { Trace } from '../contracts/trace.ts';
import type { Database } from './database.ts';

/** Most traces that one id or beginning of an id gives: the steps of one workflow. */
const maxFound = 50;

/** A beginning of an id that is long enough to mean one. */
const isBeginning = /^[0-9A-Za-z.:-]{4,200}$/;

/** What agents' runs did; the content is what the runner handed over, masked already. */
export function createTraces({ query }: Database): Store['traces'] {
  return {
    keep: async trace => {
      const values = {
        run_id: trace.runId,
        agent: trace.agent,
        repository: trace.repository,
        started_at: new Date(trace.startedAt).toISOString(),
        duration_ms: Math.round(trace.durationMs),
        outcome: trace.outcome,
        content: JSON.stringify(trace),
      };
      await query
        .insertInto('traces')
        .values({ trace_id: trace.traceId, ...values })
        .onConflict(conflict => conflict.column('trace_id').doUpdateSet(values))
        .execute();
    },
    find: async id => {
      const exact = query
        .selectFrom('traces')
        .select(['content', 'started_at'])
        .where(row => row.or([row('trace_id', '=', id), row('run_id', '=', id)]));
      const begins = query
        .selectFrom('traces')
        .select(['content', 'started_at'])
        .where(row => row.or([row('trace_id', 'like', `${id}%`), row('run_id', 'like', `${id}%`)]));
      // What holds other characters could be a pattern.
      const rows = await (isBeginning.test(id) ? begins : exact)
        .orderBy('started_at', 'desc')
        .limit(maxFound)
        .execute();
      return rows.map(traceOf);
    },
    list: async ({ repository, limit }) => {
      let rows = query.selectFrom('traces').select('content');
      if (repository !== undefined) rows = rows.where('repository', '=', repository);
      return (await rows.orderBy('started_at', 'desc').limit(limit).execute()).map(traceOf);
    },
  };
}

function traceOf({ content }: { readonly content: string }): Trace {
  // Written above and by nobody else.
  return JSON.parse(content) as Trace;
}
