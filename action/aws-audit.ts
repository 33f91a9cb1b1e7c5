import { existsSync, readFileSync } from 'node:fs';
import packageJson from '../package.json' with { type: 'json' };
import { type AuditReport, auditReportSchema } from '../src/contracts/audit.ts';
import { chooseControls } from '../src/controls/choose-controls.ts';
import type { Control } from '../src/controls/control.ts';
import { controls as allControls } from '../src/controls/index.ts';
import { didYouMean } from '../src/did-you-mean.ts';
import { AppError } from '../src/errors.ts';
import { countVerdicts } from '../src/results/audit/audit-counts.ts';
import { renderAuditHtml } from '../src/results/audit/audit-html.ts';
import { renderAuditMarkdown } from '../src/results/audit/audit-markdown.ts';
import { renderAuditOcsf } from '../src/results/audit/audit-ocsf.ts';
import { renderAuditSarif } from '../src/results/audit/audit-sarif.ts';
import { type AuditDiff, compareAudits } from '../src/results/audit/compare-audits.ts';
import { count } from '../src/results/verdict.ts';
import { auditAws } from '../src/runs/audit/audit-aws.ts';
import { type AwsJob, type AwsLook, type JobAccount, outcomeOf } from './aws-look.ts';
import { workspacePath } from './workspace-path.ts';

/** `agent: audit`: the controls over the account. A control that fails is a finding, an ERROR a gap. */
export async function auditAccount(job: AwsJob, account: JobAccount): Promise<AwsLook> {
  const { inputs, environment } = job;
  const controls = namedControls(inputs.controls);
  const before =
    inputs.baseline === undefined ? undefined : readBaseline(environment.workspace, inputs.baseline);
  const regions = inputs.regions.length > 0 ? inputs.regions : account.config.regions;
  const report = await auditAws({
    access: account.access,
    homeRegion: account.region ?? regions[0] ?? 'us-east-1',
    regions,
    controls,
    controlsInAll: allControls.length,
    actor: account.actor,
    runId: account.runId,
    now: job.now,
  });
  const notes =
    before === 'missing' ? ['There is no earlier audit yet: the next one tells what changed.'] : [];
  return lookOf(report, typeof before === 'object' ? compareAudits(before, report) : undefined, notes);
}

function lookOf(report: AuditReport, diff: AuditDiff | undefined, notes: readonly string[]): AwsLook {
  const counts = countVerdicts(report.controls);
  const failing = report.controls.filter(({ verdict }) => verdict === 'FAIL');
  const findings = failing.map(({ severity }) => severity);
  // A control that fails may have parts that nobody could look at besides.
  const unknown = report.controls.filter(({ outcomes }) =>
    outcomes.some(({ verdict }) => verdict === 'ERROR'),
  ).length;
  const gaps = unknown === 0 ? '' : `; of ${unknown} not all could be looked at`;
  const { version } = packageJson;
  return {
    headline: `${count(failing.length, 'control')} of ${report.controls.length} ${failing.length === 1 ? 'fails' : 'fail'}${gaps}`,
    outcome: outcomeOf(findings, unknown),
    findings,
    unknown,
    markdown: renderAuditMarkdown(report, diff),
    counts: { ...counts, failing: failing.map(({ id }) => id), regions: report.regions.scanned },
    notes,
    sarif: renderAuditSarif(report, version),
    reports: {
      '.json': () => `${JSON.stringify(diff === undefined ? report : { ...report, diff }, null, 2)}\n`,
      '.md': () => renderAuditMarkdown(report, diff),
      '.html': () => renderAuditHtml(report, diff),
      '.ocsf.json': () => renderAuditOcsf(report, version),
    },
  };
}

function namedControls(ids: readonly string[]): readonly Control[] {
  const chosen = chooseControls(ids);
  if (chosen.kind === 'chosen') return chosen.controls;
  const known = allControls.map(({ id }) => id);
  throw new AppError({
    code: 'bad-input',
    publicMessage: `input \`controls\`: there is no control "${chosen.id.slice(0, 20)}".${didYouMean(chosen.id, known)}`,
  });
}

/** The first audit has none before it. @throws AppError for a file that is no audit. */
function readBaseline(workspace: string, path: string): AuditReport | 'missing' {
  const file = workspacePath(workspace, path, 'baseline');
  if (!existsSync(file)) return 'missing';
  const parsed = auditReportSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: 'bad-input',
    publicMessage: 'input `baseline`: the file is no audit as `report-file` writes it with the ending .json.',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
