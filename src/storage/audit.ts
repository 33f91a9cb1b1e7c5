import { createHash } from 'node:crypto';
import type { AuditEntry, Store } from '../contracts/store.ts';
import type { Database } from './database.ts';

/** A line as it is hashed; `details` is its JSON text. */
type AuditLine = Omit<AuditEntry, 'details'> & { readonly seq: number; readonly details: string };

/** Lines checked at a time. */
const pageSize = 1_000;
/** The one row of `audit_head`. */
const headId = 1;

/**
 * An append-only log in which every line's hash covers the one before, and a head row that knows the end: a
 * changed, removed, inserted or cut-off line shows. (Who can rewrite the whole table can rewrite the chain;
 * export the newest hash to guard against that.)
 */
export function createAuditLog(database: Database): Store['audit'] {
  return {
    append: entry => append(database, entry),
    firstBroken: () => firstBroken(database),
  };
}

async function append({ query }: Database, entry: AuditEntry): Promise<void> {
  await query.transaction().execute(async transaction => {
    // The update locks the head until the commit: lines of several processes get consecutive numbers.
    const head = await transaction
      .updateTable('audit_head')
      .set(row => ({ seq: row('seq', '+', 1) }))
      .where('id', '=', headId)
      .returning(['seq', 'hash'])
      .executeTakeFirstOrThrow();
    const line: AuditLine = { ...entry, details: JSON.stringify(entry.details), seq: head.seq };
    const hash = hashOf(line, head.hash);
    await transaction
      .insertInto('audit')
      .values({
        seq: line.seq,
        at: line.at,
        run_id: line.runId,
        repository: line.repository,
        actor: line.actor,
        action: line.action,
        details: line.details,
        hash,
      })
      .execute();
    await transaction.updateTable('audit_head').set({ hash }).where('id', '=', headId).execute();
  });
}

function hashOf(line: AuditLine, previous: string): string {
  const { seq, at, runId, repository, actor, action, details } = line;
  return createHash('sha256')
    .update(JSON.stringify([previous, seq, at, runId, repository, actor, action, details]))
    .digest('hex');
}

async function firstBroken({ query }: Database): Promise<number | undefined> {
  // Read first: lines appended meanwhile are beyond it, and none before it may be missing.
  const head = await query.selectFrom('audit_head').selectAll().where('id', '=', headId).executeTakeFirst();
  if (head === undefined) return 1;
  let previous = '';
  let seq = 0;
  while (seq < head.seq) {
    const rows = await query
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', seq)
      .where('seq', '<=', head.seq)
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    if (rows.length === 0) return seq + 1;
    for (const { run_id: runId, hash, ...row } of rows) {
      if (row.seq !== seq + 1 || hash !== hashOf({ ...row, runId }, previous)) return seq + 1;
      seq = row.seq;
      previous = hash;
    }
  }
  return previous === head.hash ? undefined : head.seq;
}
