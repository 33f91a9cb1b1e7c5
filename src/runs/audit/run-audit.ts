import type { AuditReport } from '../../contracts/audit.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { RepositoryRef } from '../../contracts/run.ts';
import { chooseControls } from '../../controls/choose-controls.ts';
import { controls as allControls } from '../../controls/index.ts';
import { AppError } from '../../errors.ts';
import { renderAuditMarkdown } from '../../results/audit/audit-markdown.ts';
import { compareAudits } from '../../results/audit/compare-audits.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { auditAws } from './audit-aws.ts';

/** What is audited; empty lists stand for all. */
export type AuditTarget = {
  readonly repository: RepositoryRef;
  readonly installationId: number;
  readonly regions: readonly string[];
  readonly controls: readonly string[];
};

type AuditParts = Pick<RunParts, 'clientFor' | 'loadPolicy' | 'awsFor' | 'store' | 'now'>;

/** What an explanation needs of an audit: a few resources of what fails, so that a journal can hold it. */
export type AuditToExplain = Pick<AuditReport, 'controls' | 'remediation' | 'regions' | 'failures'>;

/** An audit as Markdown; `toExplain` is missing where there was none. */
type AuditTold = { readonly text: string; readonly toExplain?: AuditToExplain };

/**
 * Audits the account of the repository's configuration as its reader role: Markdown for a comment. A whole audit is
 * remembered, so that the next one tells what changed. One step: the run's journal holds the text and no account.
 */
export async function runAudit(
  context: RunContext,
  target: AuditTarget,
  parts: AuditParts,
): Promise<AuditTold> {
  const chosen = chooseControls(target.controls);
  if (chosen.kind === 'unknown')
    return { text: `There is no control \`${chosen.id}\`. docs/controls.md lists all.` };
  return await context.step('audit-aws', async (): Promise<AuditTold> => {
    try {
      return await audit(context, target, parts);
    } catch (error) {
      // No account, or a role that cannot be assumed: what to do stands in the message.
      if (error instanceof AppError && !error.retryable) return { text: error.publicMessage };
      throw error;
    }
  });
}

async function audit(context: RunContext, target: AuditTarget, parts: AuditParts): Promise<AuditTold> {
  const report = await auditRepositoryAccount(context, target, parts);
  const key = { repository: repositoryKey(target.repository), account: report.account ?? '' };
  const last = await parts.store.awsAudits.last(key);
  const isWhole = target.regions.length + target.controls.length === 0;
  if (isWhole) await parts.store.awsAudits.remember({ ...key, report });
  const text = renderAuditMarkdown(report, last && compareAudits(last, report));
  return { text, toExplain: worstOf(report) };
}

function worstOf({ controls, remediation, regions, failures }: AuditReport): AuditToExplain {
  const open = controls.filter(({ verdict }) => verdict === 'FAIL' || verdict === 'ERROR');
  const first = new Map(remediation.toReversed().map(plan => [plan.control, plan]));
  return {
    controls: open.map(control => ({
      ...control,
      outcomes: control.outcomes.filter(({ verdict }) => verdict === 'FAIL').slice(0, 5),
    })),
    remediation: [...first.values()],
    regions,
    failures: failures.slice(0, 20),
  };
}

/** Audits the account that the repository's configuration names, as its reader role. @throws AppError without one */
export async function auditRepositoryAccount(
  context: RunContext,
  { repository, installationId, ...target }: AuditTarget,
  parts: Omit<AuditParts, 'store'>,
): Promise<AuditReport> {
  const client = await parts.clientFor(installationId, repository);
  const { text } = await client.policy();
  const { config } = await parts.loadPolicy({ installationId, owner: repository.owner, text });
  const access = parts.awsFor(config.aws, { owner: repository.owner, name: repository.name });
  const regions = target.regions.length > 0 ? target.regions : config.aws.regions;
  const chosen = chooseControls(target.controls);
  return await auditAws({
    access,
    homeRegion: config.aws.region ?? regions[0] ?? 'us-east-1',
    regions,
    controls: chosen.kind === 'chosen' ? chosen.controls : [],
    controlsInAll: allControls.length,
    actor: context.request.actor.login,
    runId: context.request.id,
    now: parts.now,
  });
}
