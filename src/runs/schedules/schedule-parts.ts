import type { RunContext } from '../../contracts/engine.ts';
import type { RepositoryRef } from '../../contracts/run.ts';

/** A repository and the installation that reaches it. */
export type ScheduleTarget = { readonly repository: RepositoryRef; readonly installationId: number };

/** What an audit came to, for the comment on the dashboard: Markdown in which untrusted parts are neutralised. */
export type AuditReport = { readonly text: string };

/** What AWS cost, as the dashboard shows it. US dollars. */
export type AwsCost = {
  readonly costUsd: number;
  /** UTC days, the last one not included. */
  readonly from: string;
  readonly to: string;
};

/** What schedules can call on beside the runs' other parts. Undefined: this release or server has none. */
export type ScheduleParts = {
  /** Audits the AWS accounts of the repository's configuration. */
  readonly audit: ((context: RunContext, target: ScheduleTarget) => Promise<AuditReport>) | undefined;
  /** What the accounts of the repository's environments cost in the last 30 days; null where that is not known. */
  readonly awsCost: ((target: ScheduleTarget) => Promise<AwsCost | null>) | undefined;
};
