import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { AuditReport } from '../../contracts/audit.ts';
import type { Control } from '../../controls/control.ts';
import { controls as allControls } from '../../controls/index.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { auditAws } from '../../runs/audit/audit-aws.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { renderAuditText } from '../formats/audit-text.ts';
import type { Terminal } from '../terminal.ts';
import { createTerminalAws } from '../terminal-aws.ts';
import { workTreeConfig } from '../terminal-tools.ts';

/** Options as commander hands them over. */
export type AuditAwsOptions = {
  readonly region?: readonly string[];
  readonly control?: readonly string[];
  readonly format?: string;
  readonly json?: boolean;
};

const formats = ['text', 'json'] as const;

/**
 * `devops audit aws`: the controls over an account, with the credentials of the environment. 1 when one fails, 2 when
 * none fails and one could not be decided.
 */
export async function auditAwsAccount(options: AuditAwsOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, formats);
  const controls = chooseControls(options.control ?? []);
  const given = readRegions(options.region ?? []);
  const config = await workTreeConfig(terminal.folder);
  const { access, region } = createTerminalAws(terminal, config.aws);
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
  terminal.write(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : renderAuditText(report));
  return exitCodeOf(report);
}

/** Those that were named; all where none was. @throws UsageError for one that does not exist. */
function chooseControls(ids: readonly string[]): readonly Control[] {
  for (const id of ids) {
    const known = allControls.map(control => control.id);
    if (!known.includes(id)) throw new UsageError(`There is no control "${id}".${didYouMean(id, known)}`);
  }
  return ids.length === 0 ? allControls : allControls.filter(({ id }) => ids.includes(id));
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
