import type { Migration } from '../migration.ts';
import { runs } from './0001-runs.ts';
import { reviews } from './0002-reviews.ts';
import { spending } from './0003-spending.ts';
import { audit } from './0004-audit.ts';
import { deployments } from './0005-deployments.ts';
import { locksAndApprovals } from './0006-locks-and-approvals.ts';
import { agents } from './0007-agents.ts';
import { ci } from './0008-ci.ts';
import { issuesAndSchedules } from './0009-issues-and-schedules.ts';
import { codeReview } from './0010-code-review.ts';
import { awsAudits } from './0011-aws-audits.ts';

/** The schema's history, oldest first. A released migration is never edited. */
export const migrations: readonly Migration[] = [
  runs,
  reviews,
  spending,
  audit,
  deployments,
  locksAndApprovals,
  agents,
  ci,
  issuesAndSchedules,
  codeReview,
  awsAudits,
];
