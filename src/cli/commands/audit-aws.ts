import { resolve } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { type AuditReport, auditReportSchema } from '../../contracts/audit.ts';
import { type AuditDiff, compareAudits } from '../../results/audit/compare-audits.ts';
import { auditOwnAccount, namedControls, readRegions } from '../audit-own-account.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { renderAuditText } from '../formats/audit-text.ts';
import { readNamedFile } from '../local-policy.ts';
import { writeOutput } from '../report-result.ts';
import type { Terminal } from '../terminal.ts';

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
  const controls = namedControls(options.control ?? []);
  const baseline = options.baseline === undefined ? undefined : readBaseline(options.baseline, terminal);
  const given = readRegions(options.region ?? []);
  const report = await auditOwnAccount({ controls, regions: given }, terminal);
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

function exitCodeOf({ controls }: AuditReport): number {
  if (controls.some(({ verdict }) => verdict === 'FAIL')) return exitCodes.findings;
  return controls.some(({ verdict }) => verdict === 'ERROR') ? exitCodes.incomplete : exitCodes.passed;
}
