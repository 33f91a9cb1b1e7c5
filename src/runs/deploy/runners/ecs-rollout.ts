import type { EcsClient, EcsDeployment, EcsService } from '../../../clients/aws/ecs-client.ts';
import type {
  EcsSettings,
  RunnerError,
  RunnerJob,
  RunnerObservation,
} from '../../../contracts/deploy-runner.ts';
import { valueOf } from './aws-answers.ts';
import { finished } from './finished.ts';

/** What is remembered of a deployment to ECS. */
export type EcsState = {
  readonly phase: 'register' | 'update' | 'running';
  /** ARN of the revision that ran before. */
  readonly previous: string;
  readonly family: string;
  readonly roles: readonly string[];
  /** With its tag. */
  readonly image: string;
  /** ARN of the revision that is deployed, once there is one. */
  readonly next?: string | undefined;
  /** Somebody asked to stop: the service was given back what it ran. */
  readonly stopping: boolean;
};

type Rollout = {
  readonly settings: EcsSettings;
  readonly job: RunnerJob;
  readonly state: EcsState;
  /** ARN of the revision that is deployed. */
  readonly next: string;
  readonly service: EcsService | undefined;
  readonly client: EcsClient;
  readonly redact: (text: string) => string;
  readonly now: () => Date;
};

type Seen =
  | { readonly kind: 'under-way'; readonly progress: string }
  | Extract<RunnerObservation, { kind: 'finished' }>;

const maxReason = 2_000;

/** How the rollout stands, told from the service's deployments. */
export async function rolloutOf(rollout: Rollout): Promise<Seen> {
  const { service, state, next, settings } = rollout;
  if (service === undefined) {
    return finished({
      result: 'error',
      code: 'ecs-service-deleted',
      summary: `The ECS service \`${settings.service}\` was deleted during the deployment.`,
      next: 'Create it again, then deploy.',
      state,
    });
  }
  if (state.stopping) return stopped(rollout, service);
  const ours = service.deployments.find(({ taskDefinition }) => taskDefinition === next);
  if (ours?.rollout === 'FAILED') return await failedRollout(rollout, service, ours);
  if (service.taskDefinition !== next) {
    if (service.taskDefinition === state.previous) return await failedRollout(rollout, service, ours);
    return finished({
      result: 'error',
      code: 'ecs-replaced',
      summary: `Somebody else gave the service \`${settings.service}\` another revision during the deployment.`,
      next: 'Find out who deploys there, then deploy again.',
      state,
    });
  }
  if (ours !== undefined && isStable(service, ours)) {
    return finished({
      result: 'success',
      code: 'succeeded',
      summary: `The service \`${settings.service}\` is stable with ${ours.running} tasks of the new revision.`,
      state,
    });
  }
  if (elapsedMs(rollout) > settings.timeoutMinutes * 60_000) return await tooLate(rollout, service);
  const { running = 0, desired = 0 } = ours ?? {};
  return { kind: 'under-way', progress: `${running} of ${desired} tasks of the new revision run.` };
}

/** `rolloutState` where ECS keeps it; else one deployment with all of its tasks. */
function isStable(service: EcsService, deployment: EcsDeployment): boolean {
  if (deployment.rollout !== undefined) return deployment.rollout === 'COMPLETED';
  return service.deployments.length === 1 && deployment.running === deployment.desired;
}

function stopped({ state, settings }: Rollout, service: EcsService): Seen {
  const back = service.deployments.find(({ taskDefinition }) => taskDefinition === state.previous);
  if (back === undefined || !isStable(service, back))
    return { kind: 'under-way', progress: 'The service is going back to the revision it ran before.' };
  return finished({
    result: 'cancelled',
    code: 'cancelled',
    summary: `Stopped; the service \`${settings.service}\` runs what it ran before.`,
    next: 'Deploy again when it is right.',
    state,
  });
}

async function failedRollout(
  rollout: Rollout,
  service: EcsService,
  ours: EcsDeployment | undefined,
): Promise<Seen> {
  const { state, settings } = rollout;
  const back =
    service.taskDefinition === state.previous
      ? ' ECS has given the service back the revision it ran before.'
      : '';
  return finished({
    result: 'failure',
    code: 'circuit-breaker',
    summary: `Tasks of the new revision did not become healthy, so the circuit breaker of \`${settings.service}\` stopped the rollout.${back}`,
    firstError: await firstError(rollout, service, ours),
    next: 'Look at the stopped tasks and their logs, repair it, and deploy again.',
    state,
  });
}

async function tooLate(rollout: Rollout, service: EcsService): Promise<Seen> {
  const { state, settings } = rollout;
  return finished({
    result: 'failure',
    code: 'timed-out',
    summary: `The service \`${settings.service}\` was not stable within ${settings.timeoutMinutes} minutes; ECS goes on trying.`,
    firstError: await firstError(rollout, service, undefined),
    next: 'Look at the service’s events, then roll back, or deploy again with a longer `runner.timeout-minutes`.',
    state,
  });
}

/** Why a task of the new revision stopped, else why ECS gave up, else the newest event since the start. */
async function firstError(
  { client, settings, next, redact, job }: Rollout,
  service: EcsService,
  ours: EcsDeployment | undefined,
): Promise<RunnerError | undefined> {
  const tasks = valueOf(await client.stoppedTasks(settings.cluster, settings.service));
  const task = tasks.find(({ taskDefinition, reason }) => taskDefinition === next && reason !== '');
  const event = service.events.find(({ at }) => at >= job.startedAt)?.message;
  const text = task?.reason ?? (ours?.reason === '' ? undefined : ours?.reason) ?? event;
  if (text === undefined || text === '') return undefined;
  return {
    where: task === undefined ? `service "${settings.service}"` : 'a task of the new revision',
    text: redact(text).slice(0, maxReason),
  };
}

function elapsedMs({ job, now }: Rollout): number {
  return now().getTime() - Date.parse(job.startedAt);
}
