import type { PendingApproval } from '../../contracts/agent.ts';
import type { AuditOutcome, AuditReport } from '../../contracts/audit.ts';
import type { RunWaiting } from '../../contracts/engine.ts';
import { type ChosenRemedy, chooseRemedy, type WantedRemedy } from '../../controls/choose-remedy.ts';
import { AppError } from '../../errors.ts';
import { type AuditFix, renderAuditFix } from '../../results/audit/audit-fix.ts';
import { approvingRun, type Prepared, prepareAgents } from '../agents/prepare-agents.ts';
import { publishAnswer } from '../agents/publish-answer.ts';
import { approvalWaitMs, askForApprovals } from '../agents/run-approvals.ts';
import type { CommandCall } from '../commands/command-run.ts';
import { auditRepositoryAccount } from './run-audit.ts';

/** One control, and the failing resource that is put right. */
export type FixTarget = WantedRemedy & { readonly regions: readonly string[] };

type Call = Extract<ChosenRemedy, { kind: 'call' }>;

/**
 * `/devops audit aws fix`: audits the control, plans the remedy through its tool and waits for an approval; then the
 * tool acts as the actor role, and the control is looked at again.
 */
export async function runFix(call: CommandCall, target: FixTarget): Promise<RunWaiting | undefined> {
  const { context } = call;
  const publish = async (fix: AuditFix): Promise<undefined> => {
    const text = renderAuditFix(target.control, fix);
    await publishAnswer(context, { run: call.run, client: call.client, stage: fix.kind, text });
  };
  const before = await look(call, target, 'fix-before');
  if (before.kind === 'unreachable') return await publish(before);
  const chosen = await context.step('fix-chosen', async () => chooseRemedy(before.report, target));
  if (chosen.kind !== 'call') return await publish(chosen);
  const prepared = await prepareAgents(context, { place: call.run, client: call.client }, call.parts);
  try {
    const done = await carryOut(call, chosen, prepared);
    const { plan } = chosen;
    if (done.kind === 'waits') {
      await publish({ kind: 'asked', plan, summary: done.summary, approval: done.id });
      return { kind: 'waiting', delayMs: approvalWaitMs };
    }
    if (done.kind === 'not-done') return await publish({ kind: 'not-done', plan, reason: done.reason });
  } finally {
    await prepared.composed.close();
  }
  const after = await look(call, target, 'fix-after');
  return await publish({ kind: 'done', plan: chosen.plan, after: verdictAfter(after, chosen.plan.resource) });
}

type Looked =
  | { readonly kind: 'seen'; readonly report: Pick<AuditReport, 'controls' | 'remediation' | 'failures'> }
  | { readonly kind: 'unreachable'; readonly message: string };

/** One step: the journal holds the control's outcomes and no account. */
async function look({ context, run, parts }: CommandCall, target: FixTarget, step: string): Promise<Looked> {
  const { repository, installationId } = run;
  return await context.step(step, async (): Promise<Looked> => {
    try {
      const asked = { repository, installationId, regions: target.regions, controls: [target.control] };
      const { controls, remediation, failures } = await auditRepositoryAccount(context, asked, parts);
      return { kind: 'seen', report: { controls, remediation, failures } };
    } catch (error) {
      if (error instanceof AppError && !error.retryable)
        return { kind: 'unreachable', message: error.publicMessage };
      throw error;
    }
  });
}

type CarriedOut =
  | { readonly kind: 'done' }
  | { readonly kind: 'waits'; readonly id: string; readonly summary: string }
  | { readonly kind: 'not-done'; readonly reason: string };

const step = 'audit/fix';

async function carryOut(
  { context, run, parts }: CommandCall,
  { tool: name, input }: Call,
  { composed, devOps, options }: Prepared,
): Promise<CarriedOut> {
  const tool = composed.tools.find(name);
  if (tool === undefined) return { kind: 'not-done', reason: `there is no tool ${name}` };
  const result = await composed.tools.invoke({
    tool,
    input,
    access: { caller: 'audit', tools: [name], maxRisk: 'destructive' },
    context: devOps,
    guards: [],
    approvals: options.approvals,
    journal: options.journal,
    step,
    dryRun: false,
    signal: options.signal,
  });
  switch (result.kind) {
    case 'ok':
      return { kind: 'done' };
    case 'needs-approval': {
      const { digest, plan } = result;
      const rejection = await options.approvals.rejection(digest);
      if (rejection !== undefined)
        return { kind: 'not-done', reason: `${rejection.by} rejected it: ${rejection.reason}` };
      const id = await askFor({ context, run, parts }, { name, risk: tool.risk, digest, plan: plan.summary });
      return { kind: 'waits', id, summary: plan.summary };
    }
    case 'would':
      return { kind: 'not-done', reason: result.plan.summary };
    case 'refused':
    case 'stopped':
    case 'failed':
      return { kind: 'not-done', reason: result.message };
    default:
      return result satisfies never;
  }
}

async function askFor(
  { context, run, parts }: Pick<CommandCall, 'context' | 'run' | 'parts'>,
  asked: Pick<PendingApproval, 'risk' | 'digest' | 'plan'> & { readonly name: string },
): Promise<string> {
  const { name: tool, ...plan } = asked;
  const pending: PendingApproval = { ...plan, callId: step, agent: 'audit', tool };
  const [answer] = await askForApprovals(approvingRun(context, run), [pending], {
    approvals: parts.store.approvals,
    now: parts.now,
  });
  return answer?.id ?? '';
}

/** What the control says now; undefined: nothing of the resource is left to look at. */
function verdictAfter(after: Looked, resource: string): AuditOutcome | undefined {
  const error = (reason: string): AuditOutcome => ({ verdict: 'ERROR', resource, region: null, reason });
  if (after.kind === 'unreachable') return error(after.message);
  const { controls, failures } = after.report;
  const outcome = controls[0]?.outcomes.find(other => other.resource === resource);
  return outcome ?? (failures[0] === undefined ? undefined : error(failures[0].message));
}
