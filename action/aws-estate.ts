import type { Severity } from '../src/contracts/severity.ts';
import { renderHealth } from '../src/results/health.ts';
import { renderSavings } from '../src/results/savings.ts';
import { count } from '../src/results/verdict.ts';
import { checkHealth } from '../src/runs/health/check-health.ts';
import { defaultDays, findSavings } from '../src/runs/savings/find-savings.ts';
import { type AwsJob, type AwsLook, type JobAccount, outcomeOf } from './aws-look.ts';

/** `agent: health`: what is critical is a finding of that severity, a warning one of `medium`. */
export async function accountHealth(job: AwsJob, account: JobAccount): Promise<AwsLook> {
  const report = await checkHealth({
    ...estateOf(job, account),
    settings: account.config.health,
    now: job.now(),
  });
  const { summary, gaps, health } = report;
  const findings: readonly Severity[] = [
    ...Array.from({ length: summary.critical }, () => 'critical' as const),
    ...Array.from({ length: summary.warning }, () => 'medium' as const),
  ];
  // An account in which nothing was found is not known to be well.
  const unknown = Math.max(summary.unknown + gaps.length, health === 'unknown' ? 1 : 0);
  return {
    headline: `${summary.critical} critical, ${summary.warning} in warning, ${summary.unknown} unknown, ${summary.healthy} healthy${gaps.length === 0 ? '' : `, ${gaps.length} not looked at`}`,
    outcome: outcomeOf(findings, unknown),
    findings,
    unknown,
    markdown: renderHealth(report),
    counts: { ...summary, gaps: gaps.length, regions: report.regions },
    notes: [],
    reports: { '.json': () => `${JSON.stringify(report, null, 2)}\n`, '.md': () => renderHealth(report) },
  };
}

/** `agent: cost`: whatever could be saved is a finding of severity `low`. */
export async function accountCost(job: AwsJob, account: JobAccount): Promise<AwsLook> {
  const report = await findSavings({ ...estateOf(job, account), days: defaultDays, now: job.now() });
  const { savings, gaps, monthlyUsd, withoutEstimate } = report;
  const findings = savings.map(() => 'low' as const);
  return {
    headline: `${count(savings.length, 'saving')}, about $${monthlyUsd.toFixed(2)} a month by list prices${gaps.length === 0 ? '' : `, ${gaps.length} not looked at`}`,
    outcome: outcomeOf(findings, gaps.length),
    findings,
    unknown: gaps.length,
    markdown: renderSavings(report),
    counts: {
      savings: savings.length,
      monthlyUsd,
      withoutEstimate,
      gaps: gaps.length,
      regions: report.regions,
    },
    notes: [],
    reports: { '.json': () => `${JSON.stringify(report, null, 2)}\n`, '.md': () => renderSavings(report) },
  };
}

function estateOf({ inputs }: AwsJob, { access, actor, runId, region, config }: JobAccount) {
  const ofEnvironment = region === undefined ? [] : [region];
  const regions = [inputs.regions, config.regions, ofEnvironment].find(given => given.length > 0) ?? [];
  return { access, actor, runId, regions, homeRegion: region ?? regions[0] ?? 'us-east-1' };
}
