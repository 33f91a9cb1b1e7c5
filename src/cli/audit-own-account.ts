import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { AuditReport } from '../contracts/audit.ts';
import { chooseControls } from '../controls/choose-controls.ts';
import type { Control } from '../controls/control.ts';
import { controls as allControls } from '../controls/index.ts';
import { didYouMean } from '../did-you-mean.ts';
import { auditAws } from '../runs/audit/audit-aws.ts';
import { createOwnAws } from '../runtime/own-aws.ts';
import { UsageError } from './cli-error.ts';
import type { Terminal } from './terminal.ts';
import { workTreeConfig } from './terminal-tools.ts';

/** Audits the account of the environment's credentials. `regions`: empty for those of the configuration, else all. */
export async function auditOwnAccount(
  asked: { readonly controls: readonly Control[]; readonly regions: readonly string[] },
  terminal: Terminal,
): Promise<AuditReport> {
  const { controls } = asked;
  const config = await workTreeConfig(terminal.folder);
  const { access, region } = createOwnAws(terminal.environment, config.aws);
  const regions = asked.regions.length > 0 ? asked.regions : config.aws.regions;
  terminal.progress(
    controls.length === 1 ? 'Looking at one control …' : `Looking at ${controls.length} controls …`,
  );
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
  return report;
}

/** Those that were named; all where none was. @throws UsageError for one that does not exist. */
export function namedControls(ids: readonly string[]): readonly Control[] {
  const chosen = chooseControls(ids);
  if (chosen.kind === 'chosen') return chosen.controls;
  const known = allControls.map(({ id }) => id);
  throw new UsageError(`There is no control "${chosen.id}".${didYouMean(chosen.id, known)}`);
}

/** @throws UsageError for what is no region's name. */
export function readRegions(regions: readonly string[]): readonly string[] {
  const wrong = regions.find(region => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region));
  if (wrong !== undefined)
    throw new UsageError(`--region must be a region such as eu-central-1, not "${wrong}".`);
  return regions;
}
