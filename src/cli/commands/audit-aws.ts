import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { type AuditReport, auditReportSchema } from '../../contracts/audit.ts';
import { chooseControls } from '../../controls/choose-controls.ts';
import type { Control } from '../../controls/control.ts';
import { controls as allControls } from '../../controls/index.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { type AuditDiff, compareAudits } from '../../results/audit/compare-audits.ts';
import { auditAws } from '../../runs/audit/audit-aws.ts';
import { createOwnAws } from '../../runtime/own-aws.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { renderAuditText } from '../formats/audit-text.ts';
import { readNamedFile } from '../local-policy.ts';
import { writeOutput } from '../report-result.ts';
import type { Terminal } from '../terminal.ts';
import { workTreeConfig } from '../terminal-tools.ts';

/** Options as commander hands them over. */
export type AuditAwsOptions = {
  readonly region?: readonly string[];
  readonly control?: readonly string[];
  readonly format?: string;
  readonly json?: boolean;
  readonly baseline?: string;
  readonly output?: string;
};

const formats = ['text', 'json', 'markdown', 'sarif', 'html', 'ocsf'] as const;
type Format = (typeof formats)[number];

/**
 * `devops audit aws`: the controls over an account, with the credentials of the environment. 1 when one fails, 2 when
 * none fails and one could not be decided.
 */
export async function auditAwsAccount(options: AuditAwsOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, formats);
  const controls = choose(options.control ?? []);
  const baseline = options.baseline === undefined ? undefined : readBaseline(options.baseline, terminal);
  const given = readRegions(options.region ?? []);
  const config = await workTreeConfig(terminal.folder);
  const { access, region } = createOwnAws(terminal.environment, config.aws);
  const regions = given.length > 0 ? given : config.aws.regions;
  terminal.progress(`Looking at ${controls.length} controls …`);
  const report = await auditAws({
    access,
    homeRegion: region ?? regions[0] ?? 'us-east-1',
    regions,
    controls,
    controlsInAll: allControls.length,
    actor: terminal.environment['GITHUB_ACTOR'] ?? userInfo().username,
    runId: `terminal-${randomUUID()}`,
    now: () => new Date(),
  });
  terminal.progress('');
  const diff = baseline && compareAudits(baseline, report);
  const text = await render(report, diff, format);
  if (options.output === undefined) terminal.write(text);
  else writeOutput(resolve(terminal.folder, options.output), text);
  return exitCodeOf(report);
}

async function render(report: AuditReport, diff: AuditDiff | undefined, format: Format): Promise<string> {
  switch (format) {
    case 'text':
      return renderAuditText(report, diff);
    case 'json':
      return `${JSON.stringify(diff === undefined ? report : { ...report, diff }, null, 2)}\n`;
    case 'markdown':
      return (await import('../../results/audit/audit-markdown.ts')).renderAuditMarkdown(report, diff);
    case 'html':
      return (await import('../../results/audit/audit-html.ts')).renderAuditHtml(report, diff);
    case 'sarif':
      return (await import('../../results/audit/audit-sarif.ts')).renderAuditSarif(
        report,
        packageJson.version,
      );
    case 'ocsf':
      return (await import('../../results/audit/audit-ocsf.ts')).renderAuditOcsf(report, packageJson.version);
  }
}

/** An audit as `--format json` wrote it. @throws UsageError for anything else. */
function readBaseline(file: string, terminal: Terminal): AuditReport {
  const parsed = auditReportSchema.safeParse(parseJson(readNamedFile(resolve(terminal.folder, file))));
  if (parsed.success) return parsed.data;
  throw new UsageError(`--baseline: ${file} is no audit as --format json writes it.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Those that were named; all where none was. @throws UsageError for one that does not exist. */
function choose(ids: readonly string[]): readonly Control[] {
  const chosen = chooseControls(ids);
  if (chosen.kind === 'chosen') return chosen.controls;
  const known = allControls.map(({ id }) => id);
  throw new UsageError(`There is no control "${chosen.id}".${didYouMean(chosen.id, known)}`);
}

/** @throws UsageError for what is no region's name. */
function readRegions(regions: readonly string[]): readonly string[] {
  const wrong = regions.find(region => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region));
  if (wrong !== undefined)
    throw new UsageError(`--region must be a region such as eu-central-1, not "${wrong}".`);
  return regions;
}

function exitCodeOf({ controls }: AuditReport): number {
  if (controls.some(({ verdict }) => verdict === 'FAIL')) return exitCodes.findings;
  return controls.some(({ verdict }) => verdict === 'ERROR') ? exitCodes.incomplete : exitCodes.passed;
}
