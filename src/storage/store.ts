import { sql } from 'kysely';
import type { Store } from '../contracts/store.ts';
import { createApprovals } from './approvals/approvals.ts';
import { createAuditLog } from './audit.ts';
import { createAwsAudits } from './aws-audits.ts';
import { createCiStore } from './ci.ts';
import { createCodeStore } from './code-review.ts';
import { createDashboards } from './dashboards.ts';
import type { Database } from './database.ts';
import { createDeployments } from './deployments.ts';
import { createDismissals } from './dismissals.ts';
import { createHeads } from './heads.ts';
import { createIssues } from './issues.ts';
import { createLocks } from './locks/locks.ts';
import { createProviderKeys } from './provider-keys.ts';
import { createReviews } from './reviews.ts';
import { createSchedules } from './schedules.ts';
import { createSpending } from './spending.ts';
import { createTraces } from './traces.ts';
import { createWakes } from './wakes.ts';

/** The product's memory on either database. `close` closes the database. */
export function createStore(database: Database): Store {
  return {
    dismissals: createDismissals(database),
    reviews: createReviews(database),
    heads: createHeads(database),
    spending: createSpending(database),
    traces: createTraces(database),
    providerKeys: createProviderKeys(database),
    deployments: createDeployments(database),
    wakes: createWakes(database),
    locks: createLocks(database),
    approvals: createApprovals(database),
    audit: createAuditLog(database),
    ci: createCiStore(database),
    issues: createIssues(database),
    schedules: createSchedules(database),
    dashboards: createDashboards(database),
    awsAudits: createAwsAudits(database),
    code: createCodeStore(database),
    ping: async () => {
      try {
        await sql`select 1`.execute(database.query);
        return true;
      } catch {
        return false;
      }
    },
    close: () => database.close(),
  };
}
