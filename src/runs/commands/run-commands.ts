import { cancel, promote, retry, rollback } from '../../commands/index.ts';
import type { DeployRecord } from '../../contracts/deploy.ts';
import type { RunWaiting } from '../../contracts/engine.ts';
import type { DeployAsk } from '../deploy/deploy-ask.ts';
import { runDeployment } from '../deploy/run-deployment.ts';
import { repositoryKey } from '../run-parts.ts';
import type { CommandCall } from './command-run.ts';
import { findEnvironment, readDeployPolicy } from './deploy-policy.ts';

/** How far back deployments are looked for. */
const maxHistory = 100;

/** States in which a deployment has ended. */
const ended: readonly DeployRecord['state'][] = [
  'success',
  'failure',
  'error',
  'cancelled',
  'refused',
  'superseded',
];

/** `/devops cancel`: whoever asked for it, and whoever may deploy there. */
export async function cancelRun(call: CommandCall): Promise<undefined> {
  const { run, context, parts, reply } = call;
  const read = cancel.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${cancel.usage}\``);
  const record = await findRecord(call, read.value.run);
  if (record === undefined) return await reply(unknownRun);
  const isAsker = record.actor.toLowerCase() === context.request.actor.login.toLowerCase();
  if (!isAsker && !(await isAllowed(call, record.environment))) return await call.refuse();
  if (ended.includes(record.state))
    return await reply(`Run \`${record.runId}\` has ended already: ${record.state}.`);
  const isCancelled = await context.step('cancel', () => parts.cancel(record.runId));
  return isCancelled ? undefined : await reply(`Run \`${record.runId}\` has ended already.`);
}

/** `/devops retry`: the same commit with the same parameters, through the gates anew. */
export async function retryRun(call: CommandCall): Promise<RunWaiting | undefined> {
  const { run, reply } = call;
  const read = retry.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${retry.usage}\``);
  const record = await call.context.step(
    'record-to-retry',
    async () => (await findRecord(call, read.value.run)) ?? null,
  );
  if (record === null) return await reply(unknownRun);
  if (!ended.includes(record.state)) return await reply(`Run \`${record.runId}\` has not ended yet.`);
  return await runDeployment(
    call.context,
    {
      ...askOf(call),
      // One that failed goes, as the first time, to what was deployed before.
      cause: record.cause === 'rollback' ? 'rollback' : 'retry',
      environment: record.environment,
      pullRequest: record.pullRequest,
      fixed: { sha: record.sha, ref: record.ref, parameters: record.parameters },
    },
    call.parts,
  );
}

/** `/devops rollback`: to the newest good deployment of another commit, or to a named one. */
export async function rollBack(call: CommandCall): Promise<RunWaiting | undefined> {
  const { run, context, reply } = call;
  const read = rollback.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${rollback.usage}\``);
  const { environment, to } = read.value;
  const target = await context.step('target', async () => {
    const good = await goodDeployments(call, environment);
    const [current] = good;
    return good.find(({ sha }) => (to === undefined ? sha !== current?.sha : sha.startsWith(to))) ?? null;
  });
  if (target === null) {
    // Whether the environment exists is only told to those who may deploy there.
    const found = findEnvironment(await readDeployPolicy(call), environment);
    if (found.kind === 'not-allowed') return await call.refuse();
    return await reply(found.kind === 'unknown' ? found.message : nothingBefore(environment, to));
  }
  return await runDeployment(
    context,
    {
      ...askOf(call),
      cause: 'rollback',
      environment,
      fixed: { sha: target.sha, ref: target.ref, parameters: target.parameters },
    },
    call.parts,
  );
}

/** `/devops promote`: what is active in one environment, to another. */
export async function promoteDeployment(call: CommandCall): Promise<RunWaiting | undefined> {
  const { run, context, reply } = call;
  const read = promote.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${promote.usage}\``);
  const { from, to } = read.value;
  const active = await context.step('target', async () => (await goodDeployments(call, from))[0] ?? null);
  if (active === null) {
    const found = findEnvironment(await readDeployPolicy(call), from);
    if (found.kind === 'not-allowed') return await call.refuse();
    return await reply(found.kind === 'unknown' ? found.message : `Nothing is deployed to \`${from}\` yet.`);
  }
  return await runDeployment(
    context,
    {
      ...askOf(call),
      cause: 'promote',
      environment: to,
      pullRequest: active.pullRequest,
      fixed: { sha: active.sha, ref: active.ref, parameters: {} },
    },
    call.parts,
  );
}

/** What every deployment asked for on this issue or pull request has in common. */
export function askOf({ run, context, role }: CommandCall): DeployAsk {
  return {
    repository: run.repository,
    installationId: run.installationId,
    cause: 'deploy',
    environment: '',
    pullRequest: run.onPullRequest ? run.issue : null,
    issue: run.issue,
    commentId: run.commentId,
    namedSha: undefined,
    fixed: undefined,
    parameters: {},
    dryRun: false,
    actor: context.request.actor.login,
    role,
    trigger: 'person',
    askedAt: run.commentedAt ?? context.request.receivedAt,
  };
}

const unknownRun = 'There is no deployment of that id here. `/devops status` lists the newest.';

function nothingBefore(environment: string, to: string | undefined): string {
  return to === undefined
    ? `There is no earlier good deployment to \`${environment}\` that this server knows of. Name a commit that was deployed there: \`/devops rollback ${environment} --to <sha>\`.`
    : `That commit was never deployed to \`${environment}\` successfully, so there is nothing to go back to. \`/devops status ${environment}\` lists what was.`;
}

/** Successful deployments of an environment, newest first. */
async function goodDeployments(
  { run, parts }: CommandCall,
  environment: string,
): Promise<readonly DeployRecord[]> {
  return await parts.store.deployments.list({
    repository: repositoryKey(run.repository),
    environment,
    states: ['success'],
    limit: maxHistory,
  });
}

async function findRecord({ run, parts }: CommandCall, runId: string): Promise<DeployRecord | undefined> {
  return await parts.store.deployments.find({ repository: repositoryKey(run.repository), runId });
}

async function isAllowed(call: CommandCall, environment: string): Promise<boolean> {
  return findEnvironment(await readDeployPolicy(call), environment).kind === 'found';
}
