import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type { CommandDefinition } from '../../commands/command-definition.ts';
import {
  approve,
  audit as auditDefinition,
  cancel,
  changelog,
  commandDefinitions,
  cost,
  deploy,
  describe,
  diagnose,
  dismiss,
  findCommand,
  flaky,
  health,
  help,
  incident,
  lock,
  locks,
  promote,
  reject,
  retry,
  review,
  rollback,
  schedules,
  status,
  triage,
  unlock,
} from '../../commands/index.ts';
import type { RunContext, RunWaiting } from '../../contracts/engine.ts';
import { AppError } from '../../errors.ts';
import { actorPermission } from '../../policies/index.ts';
import { renderCommandAnswer } from '../../results/answer.ts';
import { agentCommands, runAgentCommand } from '../agents/agent-command.ts';
import { describePullRequest, writeChangelog } from '../code-review/draft-commands.ts';
import { reviewPullRequestCode } from '../code-review/review-pull-request-code.ts';
import { runDeployment } from '../deploy/run-deployment.ts';
import { runIncident } from '../incident/run-incident.ts';
import { reviewPullRequest } from '../review/review-pull-request.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { answer } from './answer.ts';
import { approveRun, rejectRun } from './approval-commands.ts';
import { auditCommanded } from './audit-command.ts';
import { showCost, showHealth } from './aws-commands.ts';
import { diagnoseCommanded, showFlaky } from './ci-commands.ts';
import type { CommandCall, CommandRun } from './command-run.ts';
import { dismissFinding } from './dismiss-finding.ts';
import { showSchedules, triageCommanded } from './issue-commands.ts';
import { lockEnvironment, showLocks, unlockEnvironment } from './lock-commands.ts';
import { askOf, cancelRun, promoteDeployment, retryRun, rollBack } from './run-commands.ts';
import { showHelp } from './show-help.ts';
import { showStatus } from './show-status.ts';

/** What carries a command out, by its name. */
type Handler = (call: CommandCall) => Promise<RunWaiting | undefined>;

/** Those about deployments work with a token that may deploy, from the start. */
const deployHandlers: Readonly<Record<string, Handler>> = {
  [deploy.name]: startDeployment,
  [promote.name]: promoteDeployment,
  [rollback.name]: rollBack,
  [lock.name]: lockEnvironment,
  [unlock.name]: unlockEnvironment,
  [locks.name]: showLocks,
  [approve.name]: approveRun,
  [reject.name]: rejectRun,
  [cancel.name]: cancelRun,
  [retry.name]: retryRun,
};

const handlers: Readonly<Record<string, Handler>> = {
  ...deployHandlers,
  [help.name]: showHelp,
  [status.name]: showStatus,
  [dismiss.name]: dismissCommanded,
  [review.name]: reviewCommanded,
  [describe.name]: describePullRequest,
  [changelog.name]: writeChangelog,
  [diagnose.name]: diagnoseCommanded,
  [flaky.name]: showFlaky,
  [incident.name]: runIncident,
  [health.name]: showHealth,
  [auditDefinition.name]: auditCommanded,
  [cost.name]: showCost,
  [triage.name]: triageCommanded,
  [schedules.name]: showSchedules,
};

/**
 * Carries out one command. The actor's role is asked for before anything else is done; somebody without it
 * gets one quiet reaction, so that strangers cannot make the App write.
 */
export async function runCommand(
  context: RunContext,
  run: CommandRun,
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  const definition = findCommand(run.command.name);
  const client = await clientOf(definition, run, parts);
  const needed = 'didYouMean' in definition ? 'write' : definition.permission;
  const role = await context.step('role', () => client.roleOf(context.request.actor.login));
  const refuse = async (): Promise<undefined> => {
    await react(context, run, client, '-1');
    await audit(context, run, parts, 'command.refused');
    return undefined;
  };
  if (actorPermission({ role, needed }).kind !== 'allow') return await refuse();
  await react(context, run, client, 'eyes');
  await audit(context, run, parts, 'command.accepted');
  const reply = async (text: string): Promise<undefined> => {
    const body = renderCommandAnswer(run.command.raw, text);
    await answer(context, { client, issue: run.issue, topic: 'command', body });
    return undefined;
  };
  if ('didYouMean' in definition) return await reply(unknownCommand(definition.didYouMean));
  if (definition.pullRequestOnly && !run.onPullRequest)
    return await reply('This command works on pull requests only.');
  if (agentCommands.includes(definition.name))
    return await runAgentCommand(context, { run, definition, client }, parts);
  return await handlers[definition.name]?.({ context, run, parts, client, role, reply, refuse });
}

/** One token for all that a command does. */
async function clientOf(
  definition: CommandDefinition | { readonly didYouMean: string | undefined },
  { installationId, repository, onPullRequest }: CommandRun,
  { clientFor, deploy: deployParts }: RunParts,
): Promise<RepositoryClient> {
  const isDeployment = 'name' in definition && Object.hasOwn(deployHandlers, definition.name);
  const on = onPullRequest ? 'pull-request' : 'issue';
  return isDeployment
    ? (await deployParts.clientsFor(installationId, repository, on)).repository
    : await clientFor(installationId, repository, on);
}

async function startDeployment(call: CommandCall): Promise<RunWaiting | undefined> {
  const read = deploy.read(call.run.command);
  if (read.kind === 'usage') return await call.reply(`${read.message}\n\nUsage: \`${deploy.usage}\``);
  const { environment, dryRun, ref, parameters } = read.value;
  const ask = { ...askOf(call), environment, dryRun, parameters, namedSha: ref };
  return await runDeployment(call.context, ask, call.parts);
}

async function dismissCommanded({ context, run, parts, reply }: CommandCall): Promise<undefined> {
  const read = dismiss.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${dismiss.usage}\``);
  const { repository, installationId, issue: pullRequest } = run;
  const decision = await dismissFinding(
    context,
    { repository, installationId, pullRequest, ...read.value },
    parts,
  );
  return decision.kind === 'deny' ? await reply(`${decision.message} ${decision.next}`) : undefined;
}

async function reviewCommanded({ context, run, parts, reply }: CommandCall): Promise<undefined> {
  const read = review.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${review.usage}\``);
  const { repository, installationId, issue: pullRequest } = run;
  const reviewing = read.value.agent === 'code' ? reviewPullRequestCode : reviewPullRequest;
  const outcome = await reviewing(
    context,
    { repository, installationId, pullRequest, headSha: undefined, requestedBy: 'maintainer' },
    parts,
  );
  return outcome.kind === 'skipped' ? await reply(`${outcome.message} ${outcome.next}`) : undefined;
}

function unknownCommand(didYouMean: string | undefined): string {
  const hint = didYouMean === undefined ? '' : ` Did you mean \`/devops ${didYouMean}\`?`;
  const names = commandDefinitions.length;
  return `There is no such command.${hint} \`/devops help\` lists all ${names}.`;
}

async function react(
  context: RunContext,
  run: CommandRun,
  client: RepositoryClient,
  reaction: 'eyes' | '-1',
): Promise<void> {
  // GitHub keeps one reaction of a kind per account, so doing it again changes nothing.
  await context.effect(`reaction-${reaction}`, {
    perform: async () => await isReactedTo(run, client, reaction),
    reconcile: async () => undefined,
  });
}

/** False when GitHub takes no reaction, such as to a comment deleted meanwhile: the command is carried out all the same. */
async function isReactedTo(
  { commentId }: CommandRun,
  client: RepositoryClient,
  reaction: 'eyes' | '-1',
): Promise<boolean> {
  try {
    await client.react(commentId, reaction);
    return true;
  } catch (error) {
    if (error instanceof AppError && !error.retryable) return false;
    throw error;
  }
}

async function audit(context: RunContext, run: CommandRun, parts: RunParts, action: string): Promise<void> {
  await context.step(action, async () => {
    await parts.store.audit.append({
      at: parts.now().toISOString(),
      runId: context.request.id,
      repository: repositoryKey(run.repository),
      actor: context.request.actor.login,
      action,
      details: { issue: run.issue, command: run.command.name.slice(0, 40) },
    });
    return true;
  });
}
