import type { Invocation } from '../../../clients/aws/ssm-client.ts';
import type { RunnerError, RunnerObservation } from '../../../contracts/deploy-runner.ts';
import { newProbe, tryProbe } from '../verification/probe.ts';
import { failed, valueOf } from './aws-answers.ts';
import { finished } from './finished.ts';
import { commentOf, listed, partsOf, type SsmLook, ssmClientFor } from './ssm-look.ts';
import type { SsmState } from './ssm-state.ts';

/** Seconds an instance may take to begin. */
const deliveryTimeoutSeconds = 600;
const watchIntervalMs = 10_000;
const maxOutput = 2_000;

/** Sends the wave's commands: those that an earlier, interrupted look sent are taken over. */
export async function sendWave(look: SsmLook): Promise<RunnerObservation> {
  const { settings, job, state } = look;
  const client = ssmClientFor(look, 'send');
  const commands = [];
  for (const [part, instanceIds] of partsOf(state).entries()) {
    const comment = commentOf(job, state, part);
    const earlier = valueOf(await client.find({ comment, since: job.startedAt }));
    const sent =
      earlier ??
      valueOf(
        await client.send({
          document: settings.document,
          version: settings.documentVersion,
          instanceIds,
          parameters: state.parameters,
          comment,
          deliveryTimeoutSeconds,
        }),
      );
    commands.push({ id: sent.commandId, instanceIds });
  }
  return underWay({ ...state, phase: 'running', commands }, 0);
}

/** Looks at the wave that was sent, then at its health, then goes on to the next one. */
export async function observeWave(look: SsmLook): Promise<RunnerObservation> {
  if (look.state.phase === 'health') return await observeHealth(look);
  const { settings, state } = look;
  const invocations = await invocationsOf(look);
  const done = invocations.filter(({ status }) => isFinal(status));
  if (done.length < invocations.length) return underWay(state, done.length);
  const bad = invocations.filter(({ status }) => status !== 'Success');
  const next: SsmState = {
    ...state,
    failed: [...state.failed, ...bad.map(({ instanceId }) => instanceId)],
  };
  if (bad.length > 0 && bad.every(({ status }) => status === 'Cancelled')) return cancelled(next, bad);
  if (next.failed.length > settings.maxFailures) return await tooManyFailed(look, next, bad);
  return settings.health === undefined
    ? afterWave(next)
    : await observeHealth({ ...look, state: { ...next, phase: 'health', probe: newProbe } });
}

/** One entry per instance of the wave; AWS may not show all of them at once. */
async function invocationsOf(look: SsmLook): Promise<readonly Invocation[]> {
  const client = ssmClientFor(look, 'watch');
  const invocations: Invocation[] = [];
  for (const { id, instanceIds } of look.state.commands) {
    const known = valueOf(await client.invocations(id));
    for (const instanceId of instanceIds) {
      const found = known.find(invocation => invocation.instanceId === instanceId);
      invocations.push(found ?? { instanceId, status: 'Pending', detail: '' });
    }
  }
  return invocations;
}

function isFinal(status: string): boolean {
  return ['Success', 'Failed', 'TimedOut', 'Cancelled'].includes(status);
}

async function observeHealth(look: SsmLook): Promise<RunnerObservation> {
  const { settings, state, parts } = look;
  if (settings.health === undefined) return afterWave(state);
  const step = await tryProbe(settings.health, state.probe ?? newProbe, parts.probe);
  if (step.kind === 'healthy') return afterWave(state);
  if (step.kind === 'unhealthy') {
    return finished({
      result: 'failure',
      code: 'unhealthy',
      summary: `The health check failed after wave ${state.wave + 1} of ${state.waves.length}, so no further wave was started.`,
      firstError: { where: new URL(settings.health.url).host, text: step.reason },
      next: leftovers(state),
      state,
    });
  }
  return {
    ...underWay({ ...state, phase: 'health', probe: step.state }, 0),
    progress: `Checking the health after wave ${state.wave + 1} of ${state.waves.length}.`,
    lookAgainMs: step.delayMs,
  };
}

/** The next wave, or the end. */
function afterWave(state: SsmState): RunnerObservation {
  const wave = state.wave + 1;
  if (wave < state.waves.length) {
    const next: SsmState = { ...state, wave, phase: 'send', commands: [], probe: undefined };
    return { ...underWay(next, 0), progress: `Wave ${state.wave + 1} of ${state.waves.length} is done.` };
  }
  const total = state.waves.flat().length;
  const tolerated =
    state.failed.length === 0
      ? ''
      : ` ${state.failed.length} failed, which the configuration allows: ${listed(state.failed)}.`;
  return finished({
    result: 'success',
    code: 'succeeded',
    summary: `${total - state.failed.length} of ${total} instances were deployed in ${state.waves.length} waves.${tolerated}`,
    state,
  });
}

function cancelled(state: SsmState, bad: readonly Invocation[]): RunnerObservation {
  return finished({
    result: 'cancelled',
    code: 'cancelled',
    summary: `The command was cancelled on ${bad.length} instances of wave ${state.wave + 1} of ${state.waves.length}.`,
    next: leftovers(state),
    state,
  });
}

async function tooManyFailed(
  look: SsmLook,
  state: SsmState,
  bad: readonly Invocation[],
): Promise<RunnerObservation> {
  return finished({
    result: 'failure',
    code: 'instances-failed',
    summary: `${state.failed.length} instances failed (${listed(state.failed)}); ${look.settings.maxFailures} may. Wave ${state.wave + 1} of ${state.waves.length} was the last.`,
    firstError: await firstErrorOf(look, bad),
    next: leftovers(state),
    state,
  });
}

async function firstErrorOf(look: SsmLook, bad: readonly Invocation[]): Promise<RunnerError | undefined> {
  const [first] = bad;
  if (first === undefined) return undefined;
  const command = look.state.commands.find(({ instanceIds }) => instanceIds.includes(first.instanceId));
  const answer = await ssmClientFor(look, 'watch').output(command?.id ?? '', first.instanceId);
  // An instance that never began has no output.
  if (answer.kind === 'failed' && answer.failure.retryable) failed(answer.failure);
  const { output, errors } = answer.kind === 'ok' ? answer.value : { output: '', errors: '' };
  const text = look.parts.redact(errors.trim() === '' ? output : errors).trim();
  const where = `${first.instanceId} (${first.detail === '' ? first.status : first.detail})`;
  return { where, text: text.length <= maxOutput ? text : `…${text.slice(1 - maxOutput)}` };
}

/** What a person must know of a fleet that is half new. */
function leftovers({ wave, waves }: SsmState): string {
  return wave + 1 < waves.length
    ? `Waves 1 to ${wave + 1} run the new version or parts of it, the others the old one: repair and deploy again, or roll back.`
    : 'Repair and deploy again, or roll back.';
}

function underWay(state: SsmState, done: number): Extract<RunnerObservation, { kind: 'under-way' }> {
  const size = state.waves[state.wave]?.length ?? 0;
  return {
    kind: 'under-way',
    state,
    progress: `Wave ${state.wave + 1} of ${state.waves.length}: ${done} of ${size} instances done.`,
    logUrl: undefined,
    lookAgainMs: state.phase === 'send' ? 0 : watchIntervalMs,
    wakeOn: [],
  };
}
