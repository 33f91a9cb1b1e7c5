import { resolve } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Advised, AuditAdvice } from '../../contracts/account-advice.ts';
import { type AuditReport, auditReportSchema } from '../../contracts/audit.ts';
import { type AuditDiff, compareAudits } from '../../results/audit/compare-audits.ts';
import { auditOwnAccount, namedControls, readRegions } from '../audit-own-account.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { auditAdviceText } from '../formats/advice-text.ts';
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
  readonly explain?: boolean;
};

const formats = ['text', 'json', 'markdown', 'sarif', 'html', 'ocsf'] as const;
type Format = (typeof formats)[number];

/**
 * `devops audit aws`: the controls over an account, with the credentials of the environment. 1 when one fails, 2 when
 * none fails and one could not be decided.
 */
export async function auditAwsAccount(options: AuditAwsOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, formats);
  if (options.explain === true && !['text', 'json', 'markdown'].includes(format))
    throw new UsageError('--explain goes with --format text, json or markdown.');
  const controls = namedControls(options.control ?? []);
  const baseline = options.baseline === undefined ? undefined : readBaseline(options.baseline, terminal);
  const given = readRegions(options.region ?? []);
  const report = await auditOwnAccount({ controls, regions: given }, terminal);
  const diff = baseline && compareAudits(baseline, report);
  const advised = options.explain === true ? await explain(report, terminal) : undefined;
  const text = await render(report, { diff, advised }, format);
  if (options.output === undefined) terminal.write(text);
  else writeOutput(resolve(terminal.folder, options.output), text);
  return exitCodeOf(report);
}

/** The crew over the audit; what fails is what there is to explain. */
async function explain(report: AuditReport, terminal: Terminal): Promise<Advised<AuditAdvice>> {
  const { auditCrew } = await import('../../agents/estate/agents.ts');
  const { explainAudit } = await import('../../runs/audit/explain-audit.ts');
  const { askOwnAgents } = await import('../ask-own-agents.ts');
  return await askOwnAgents(terminal, Object.values(auditCrew), ask => explainAudit(report, ask));
}

async function render(
  report: AuditReport,
  {
    diff,
    advised,
  }: { readonly diff: AuditDiff | undefined; readonly advised: Advised<AuditAdvice> | undefined },
  format: Format,
): Promise<string> {
  switch (format) {
    case 'text':
      return `${renderAuditText(report, diff)}${advised === undefined ? '' : auditAdviceText(advised)}`;
    case 'json':
      return `${JSON.stringify({ ...report, ...(diff && { diff }), ...(advised && { advised }) }, null, 2)}\n`;
    case 'markdown': {
      const { renderAuditMarkdown } = await import('../../results/audit/audit-markdown.ts');
      const { renderAuditAdvice } = await import('../../results/account-advice.ts');
      return `${renderAuditMarkdown(report, diff)}${advised === undefined ? '' : renderAuditAdvice(advised)}`;
    }
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
