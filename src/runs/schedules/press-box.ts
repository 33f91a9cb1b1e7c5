import { type BoxAction, readBox } from '../../contracts/dashboard.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { RoleName } from '../../contracts/role.ts';
import { actorPermission } from '../../policies/index.ts';
import { codeSpan } from '../../results/untrusted-text.ts';
import { dismissFinding } from '../commands/dismiss-finding.ts';
import { unlockEnvironment } from '../commands/lock-commands.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { bringDashboardUpToDate } from './bring-dashboard-up-to-date.ts';
import type { ScheduleTarget } from './schedule-parts.ts';

type Pressed = ScheduleTarget & { readonly issue: number; readonly box: string };

/**
 * Does what a checked box of the dashboard says, for who checked it and by what they may; then the dashboard is
 * brought up to date, which opens the box again, and says what came of it. A box that the dashboard was not given, or
 * in another issue, does nothing at all.
 */
export async function pressBox(context: RunContext, pressed: Pressed, parts: RunParts): Promise<void> {
  const { repository, issue, box } = pressed;
  const key = repositoryKey(repository);
  const action = await context.step('box', async () => {
    const dashboard = await parts.store.dashboards.find(key);
    if (dashboard?.issue !== issue || !dashboard.boxes.includes(box)) return null;
    return readBox(box) ?? null;
  });
  const { login } = context.request.actor;
  await context.step('audit-box', async () => {
    await parts.store.audit.append({
      at: parts.now().toISOString(),
      runId: context.request.id,
      repository: key,
      actor: login,
      action: action === null ? 'dashboard.forged' : 'dashboard.box',
      details: { issue, box: box.slice(-100) },
    });
    return true;
  });
  if (action === null) return;
  const result = await act(context, { pressed, action }, parts);
  // The same words after a crash, so that they are told once.
  const said = await context.step('said', async () => {
    const at = parts.now().toISOString();
    return `${at} ${codeSpan(login, 60)}: ${result}`.replaceAll('\n', ' ');
  });
  await bringDashboardUpToDate(context, pressed, parts, said);
}

type Act = { readonly pressed: Pressed; readonly action: BoxAction };

async function act(context: RunContext, { pressed, action }: Act, parts: RunParts): Promise<string> {
  switch (action.kind) {
    case 'refresh':
      return await allowed(context, { pressed, needed: 'triage' }, parts, async () => 'brought up to date.');
    case 'rerun':
      return await allowed(context, { pressed, needed: 'write' }, parts, () =>
        rerun(context, pressed, action.workflowRun, parts),
      );
    case 'unlock':
      return await unlock(context, pressed, action.environment, parts);
    case 'dismiss':
      return await dismiss(context, pressed, action, parts);
  }
}

/** Carries out what needs a role only. */
async function allowed(
  context: RunContext,
  { pressed, needed }: { readonly pressed: Pressed; readonly needed: RoleName },
  parts: RunParts,
  perform: () => Promise<string>,
): Promise<string> {
  const role = await context.step('role', async () => {
    const client = await parts.clientFor(pressed.installationId, pressed.repository);
    return await client.roleOf(context.request.actor.login);
  });
  const decision = actorPermission({ role, needed });
  return decision.kind === 'allow' ? await perform() : `not done; it needs the ${needed} role.`;
}

async function rerun(
  context: RunContext,
  { repository, installationId }: Pressed,
  workflowRun: number,
  parts: RunParts,
): Promise<string> {
  const isRunning = await context.effect('rerun', {
    perform: async () => {
      const client = await parts.issues.dashboardClientFor(installationId, repository);
      return await client.rerunFailedJobs(workflowRun);
    },
    // Asking twice is refused by GitHub while the first is under way.
    reconcile: async () => undefined,
  });
  return isRunning
    ? `the failed jobs of run ${workflowRun} run again.`
    : `the failed jobs of run ${workflowRun} cannot be run again (under way, too old or gone).`;
}

/** The command, with its own gates: who may unlock is who may deploy there. */
async function unlock(
  context: RunContext,
  { repository, installationId, issue }: Pressed,
  environment: string | null,
  parts: RunParts,
): Promise<string> {
  const { repository: client } = await parts.deploy.clientsFor(installationId, repository);
  const role = await context.step('role', () => client.roleOf(context.request.actor.login));
  const word = environment ?? '--global';
  if (actorPermission({ role, needed: 'triage' }).kind !== 'allow')
    return 'not done; it needs the triage role.';
  let said = 'not done; you may not deploy there.';
  await unlockEnvironment({
    context,
    parts,
    client,
    role,
    run: {
      kind: 'command',
      repository,
      installationId,
      issue,
      onPullRequest: false,
      commentId: 0,
      command: {
        name: 'unlock',
        args: environment === null ? [] : [environment],
        options: environment === null ? { global: true } : {},
        raw: `/devops unlock ${word}`,
        line: 1,
      },
    },
    reply: async text => {
      said = text;
      return undefined;
    },
    refuse: async () => undefined,
  });
  return said;
}

async function dismiss(
  context: RunContext,
  { repository, installationId }: Pressed,
  { pullRequest, fingerprint }: Extract<BoxAction, { kind: 'dismiss' }>,
  parts: RunParts,
): Promise<string> {
  const reason = 'Dismissed from the dashboard.';
  const target = { repository, installationId, pullRequest, fingerprint, reason };
  const decision = await dismissFinding(context, target, parts);
  const short = codeSpan(fingerprint.slice(0, 8));
  return decision.kind === 'deny'
    ? `${short} on #${pullRequest} not dismissed. ${decision.message}`
    : `dismissed ${short} on #${pullRequest}.`;
}
