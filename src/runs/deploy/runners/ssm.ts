import type { ManagedInstance, SsmClient } from '../../../clients/aws/ssm-client.ts';
import type {
  Cancellation,
  DeployRunner,
  RunnerJob,
  RunnerObservation,
  RunnerProblem,
  SsmSettings,
} from '../../../contracts/deploy-runner.ts';
import { failed, problemOf, valueOf } from './aws-answers.ts';
import { finished, refusedByProblems } from './finished.ts';
import { commentOf, listed, partsOf, type SsmLook, type SsmRunnerParts, ssmClientFor } from './ssm-look.ts';
import { documentParameters } from './ssm-parameters.ts';
import { type SsmState, ssmStateSchema, wavesOf } from './ssm-state.ts';
import { observeWave, sendWave } from './ssm-waves.ts';

/** Deploys by sending a document to instances, one wave after the other. */
export function createSsmRunner(parts: SsmRunnerParts): DeployRunner<SsmSettings> {
  return {
    async validate(settings, job) {
      const plan = await planOf(settings, job, parts);
      return plan.kind === 'problems' ? plan.problems : [];
    },
    start: (settings, job) => start(settings, job, parts),
    // Starting only plans; every wave looks for what an earlier try sent before it sends.
    find: () => Promise.resolve(undefined),
    observe: (settings, job, state) => observe({ settings, job, state: ssmStateSchema.parse(state), parts }),
    cancel: (settings, job, state) => cancel({ settings, job, state: ssmStateSchema.parse(state), parts }),
    rollBack: (settings, job) => start(settings, job, parts),
  };
}

type Plan =
  | {
      readonly kind: 'ready';
      readonly instances: readonly string[];
      readonly parameters: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly kind: 'problems'; readonly problems: readonly RunnerProblem[] };

async function planOf(
  settings: SsmSettings,
  job: Omit<RunnerJob, 'deploymentId'> & { readonly deploymentId?: number },
  parts: SsmRunnerParts,
): Promise<Plan> {
  const client = ssmClientFor({ settings, job, parts }, 'read');
  const document = await client.document(settings.document, settings.documentVersion);
  if (document.kind === 'failed') return { kind: 'problems', problems: [problemOf(document.failure)] };
  const filled = documentParameters(document.value, settings, job);
  if (filled.kind === 'problems') return filled;
  const instances = await client.instances(settings.targets);
  if (instances.kind === 'failed') return { kind: 'problems', problems: [problemOf(instances.failure)] };
  const problem = instancesProblem(settings, instances.value);
  if (problem !== undefined) return { kind: 'problems', problems: [problem] };
  const online = instances.value.filter(instance => instance.online).map(({ id }) => id);
  return { kind: 'ready', instances: online, parameters: filled.parameters };
}

/** An instance that does not answer keeps what it runs, so it counts as one that failed. */
function instancesProblem(
  { targets, maxFailures, aws }: SsmSettings,
  instances: readonly ManagedInstance[],
): RunnerProblem | undefined {
  const tags = Object.entries(targets)
    .map(([key, values]) => `\`${key}=${values.join('|')}\``)
    .join(' and ');
  const offline = instances.filter(({ online }) => !online).map(({ id }) => id);
  if (instances.length === offline.length) {
    return {
      code: 'ssm-no-instances',
      message: `No instance that Systems Manager reaches carries ${tags} in ${aws.region}.`,
      next: 'Check the tags, the region, and that the agent on the instances is running and registered.',
    };
  }
  if (offline.length <= maxFailures) return undefined;
  return {
    code: 'ssm-instances-offline',
    message: `${offline.length} of ${instances.length} instances do not answer: ${listed(offline)}.`,
    next: 'Start their agents, take the tag off them, or raise `runner.max-failures`.',
  };
}

async function start(
  settings: SsmSettings,
  job: RunnerJob,
  parts: SsmRunnerParts,
): Promise<RunnerObservation> {
  const plan = await planOf(settings, job, parts);
  if (plan.kind === 'problems') return refusedByProblems(plan.problems);
  const waves = wavesOf(plan.instances, settings.wavesPercent);
  const state: SsmState = {
    waves,
    parameters: plan.parameters,
    wave: 0,
    phase: 'send',
    commands: [],
    failed: [],
    stopping: false,
  };
  return {
    kind: 'under-way',
    state,
    progress: `${plan.instances.length} instances in ${waves.length} waves.`,
    logUrl: undefined,
    lookAgainMs: 0,
    wakeOn: [],
  };
}

async function observe(look: SsmLook): Promise<RunnerObservation> {
  const { settings, job, state, parts } = look;
  const elapsedMs = parts.now().getTime() - Date.parse(job.startedAt);
  if (elapsedMs > settings.timeoutMinutes * 60_000) return await timedOut(look);
  if (state.phase === 'send') return state.stopping ? stopped(state) : await sendWave(look);
  return await observeWave(look);
}

async function timedOut(look: SsmLook): Promise<RunnerObservation> {
  const client = ssmClientFor(look, 'cancel');
  for (const { id } of look.state.commands) valueOf(await client.cancel(id));
  return finished({
    result: 'failure',
    code: 'timed-out',
    summary: `The deployment did not finish within ${look.settings.timeoutMinutes} minutes; wave ${look.state.wave + 1} of ${look.state.waves.length} was asked to stop.`,
    next: 'Check what the instances run, then deploy again or raise `runner.timeout-minutes`.',
    state: look.state,
  });
}

function stopped(state: SsmState): RunnerObservation {
  return finished({
    result: 'cancelled',
    code: 'cancelled',
    summary: `Stopped before wave ${state.wave + 1} of ${state.waves.length}.`,
    next: 'Instances of earlier waves run the new version, the others the old one: deploy or roll back.',
    state,
  });
}

async function cancel(look: SsmLook): Promise<Cancellation> {
  const client = ssmClientFor(look, 'cancel');
  const commands = look.state.phase === 'send' ? await sentAlready(look, client) : look.state.commands;
  for (const { id } of commands) {
    const answer = await client.cancel(id);
    if (answer.kind === 'failed' && answer.failure.kind !== 'not-found') failed(answer.failure);
  }
  const phase = commands.length === 0 ? 'send' : look.state.phase === 'send' ? 'running' : look.state.phase;
  return {
    kind: 'requested',
    state: { ...look.state, phase, commands, stopping: true },
    message: 'The instances at work were asked to stop, and no further wave is started.',
  };
}

/** A look that was interrupted may have sent what is not remembered. */
async function sentAlready(
  { state, job }: SsmLook,
  client: SsmClient,
): Promise<readonly SsmState['commands'][number][]> {
  const commands = [];
  for (const [part, instanceIds] of partsOf(state).entries()) {
    const sent = valueOf(await client.find({ comment: commentOf(job, state, part), since: job.startedAt }));
    if (sent !== undefined) commands.push({ id: sent.commandId, instanceIds });
  }
  return commands;
}
