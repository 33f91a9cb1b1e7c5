import type { StaleConfig } from '../contracts/triage.ts';

/** What is done about an issue that nobody touches. */
export type StaleStep = 'leave' | 'tell' | 'withdraw' | 'close';

const dayMs = 24 * 3_600_000;
/** Our own notice counts as activity for GitHub, and its clock is not ours. */
const ownActivityMs = 10 * 60_000;

/** Decides from an issue's last activity and when the notice was given. Anything after the notice takes it back. */
export function staleStep(
  issue: {
    readonly labels: readonly string[];
    readonly assigned: boolean;
    /** ISO 8601. */
    readonly updatedAt: string;
    readonly staleSince: string | null;
  },
  { days, closeAfterDays, exemptLabels, exemptAssigned }: StaleConfig,
  now: Date,
): StaleStep {
  const isExempt =
    issue.labels.some(label => exemptLabels.includes(label)) || (exemptAssigned && issue.assigned);
  const updated = Date.parse(issue.updatedAt);
  if (issue.staleSince === null)
    return !isExempt && now.getTime() - updated >= days * dayMs ? 'tell' : 'leave';
  const told = Date.parse(issue.staleSince);
  if (isExempt || updated > told + ownActivityMs) return 'withdraw';
  if (closeAfterDays !== null && now.getTime() - told >= closeAfterDays * dayMs) return 'close';
  return 'leave';
}
