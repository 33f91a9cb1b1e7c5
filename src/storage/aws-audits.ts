import { auditReportSchema } from '../contracts/audit.ts';
import type { Store } from '../contracts/store.ts';
import type { Database } from './database.ts';

/** The last whole audit of each repository's account. */
export function createAwsAudits({ query }: Database): Store['awsAudits'] {
  return {
    last: async ({ repository, account }) => {
      const row = await query
        .selectFrom('aws_audits')
        .select('report')
        .where('repository', '=', repository)
        .where('account', '=', account)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      // One of another release that is no longer understood is none: there is a new one soon.
      const parsed = auditReportSchema.safeParse(JSON.parse(row.report));
      return parsed.success ? parsed.data : undefined;
    },
    remember: async ({ repository, account, report }) => {
      // What is compared later; plans and failed reads are made anew each time.
      const changing = {
        at: report.at,
        report: JSON.stringify({ ...report, remediation: [], failures: [] }),
      };
      await query
        .insertInto('aws_audits')
        .values({ repository, account, ...changing })
        .onConflict(conflict => conflict.columns(['repository', 'account']).doUpdateSet(changing))
        .execute();
    },
  };
}
