import { z } from 'zod';
import type { AwsPurpose } from '../../../clients/aws/aws-connector.ts';
import type { EcsClient } from '../../../clients/aws/ecs-client.ts';
import type { AwsPermission } from '../../../clients/aws/session-policy.ts';
import type {
  AwsAccess,
  Cancellation,
  DeployRunner,
  EcsSettings,
  RunnerJob,
  RunnerObservation,
} from '../../../contracts/deploy-runner.ts';
import { valueOf } from './aws-answers.ts';
import { ecsPermissions } from './ecs-permissions.ts';
import { planEcs } from './ecs-plan.ts';
import { type EcsState, rolloutOf } from './ecs-rollout.ts';
import { refusedByProblems } from './finished.ts';

/** What the ECS runner is composed with. */
export type EcsRunnerParts = {
  readonly ecsFor: (access: AwsAccess, purpose: AwsPurpose) => EcsClient;
  /** Masks secrets in events and reasons. */
  readonly redact: (text: string) => string;
  readonly now: () => Date;
};

/** Tags of the revisions that we register: by the first a repeated call finds what the one before did. */
const runTag = 'devops-run';
const shaTag = 'devops-sha';
/** Revisions that are looked through for those tags. */
const lookedThrough = 10;
const watchIntervalMs = 15_000;

const stateSchema: z.ZodType<EcsState> = z.object({
  phase: z.enum(['register', 'update', 'running']),
  previous: z.string(),
  family: z.string(),
  roles: z.array(z.string()),
  image: z.string(),
  next: z.string().optional(),
  stopping: z.boolean(),
});

type Context = {
  readonly settings: EcsSettings;
  readonly job: RunnerJob;
  readonly parts: EcsRunnerParts;
};

/** Deploys by giving an ECS service a revision of its task definition with the new image. */
export function createEcsRunner(parts: EcsRunnerParts): DeployRunner<EcsSettings> {
  return {
    async validate(settings, job) {
      const plan = await planEcs(
        settings,
        job,
        clientFor({ settings, job, parts }, ecsPermissions.read(settings)),
      );
      return plan.kind === 'problems' ? plan.problems : [];
    },
    start: (settings, job) => start({ settings, job, parts }),
    // Starting only reads; what an interrupted look did is found by its tags.
    find: () => Promise.resolve(undefined),
    observe: (settings, job, state) => observe({ settings, job, parts }, stateSchema.parse(state)),
    cancel: (settings, job, state) => cancel({ settings, job, parts }, stateSchema.parse(state)),
    rollBack: (settings, job, state) =>
      rollBack({ settings, job, parts }, stateSchema.safeParse(state).data?.previous),
  };
}

/** A client whose session may do exactly one part of the work. */
function clientFor(
  { settings, job, parts }: Omit<Context, 'job'> & { readonly job: Pick<RunnerJob, 'actor' | 'key'> },
  permissions: readonly AwsPermission[],
): EcsClient {
  return parts.ecsFor(settings.aws, { actor: job.actor, runId: job.key, permissions });
}

async function start(context: Context): Promise<RunnerObservation> {
  const { settings, job } = context;
  const plan = await planEcs(settings, job, clientFor(context, ecsPermissions.read(settings)));
  if (plan.kind === 'problems') return refusedByProblems(plan.problems);
  const { current, image } = plan;
  return underWay(
    {
      phase: 'register',
      previous: current.arn,
      family: current.family,
      roles: current.roles,
      image,
      stopping: false,
    },
    'Preparing a revision of the task definition.',
  );
}

/**
 * Goes back to the very revision that ran before, when it has the commit's image, or to one that we registered for the
 * commit; only without either a new one is made.
 */
async function rollBack(context: Context, before: string | undefined): Promise<RunnerObservation> {
  const started = await start(context);
  if (started.kind === 'finished') return started;
  const state = stateSchema.parse(started.state);
  const { settings, job } = context;
  const client = clientFor(context, ecsPermissions.read(settings));
  const candidates = [
    ...(before === undefined ? [] : [before]),
    ...valueOf(await client.newestRevisions(state.family, lookedThrough)),
  ];
  for (const arn of candidates) {
    const answer = await client.taskDefinition(arn);
    // A revision may have been deleted.
    if (answer.kind === 'failed' && answer.failure.kind === 'not-found') continue;
    const { images, tags } = valueOf(answer);
    if (arn === before ? images.get(settings.container) === state.image : tags[shaTag] === job.sha)
      return underWay({ ...state, phase: 'update', next: arn }, 'Going back to an earlier revision.');
  }
  return started;
}

async function observe(context: Context, state: EcsState): Promise<RunnerObservation> {
  if (state.phase === 'register' || state.next === undefined) return await register(context, state);
  const { settings, job, parts } = context;
  if (state.phase === 'update') {
    const client = clientFor(context, ecsPermissions.update(settings));
    valueOf(await client.update({ ...settings, taskDefinition: state.next }));
    return underWay({ ...state, phase: 'running' }, 'The service was given the new revision.');
  }
  const client = clientFor(context, ecsPermissions.watch(settings));
  const service = valueOf(await client.service(settings.cluster, settings.service));
  const rollout = await rolloutOf({ settings, job, state, next: state.next, service, client, ...parts });
  return rollout.kind === 'finished' ? rollout : underWay(state, rollout.progress);
}

/** Registers the revision, unless an interrupted look did. */
async function register(context: Context, state: EcsState): Promise<RunnerObservation> {
  const { settings, job } = context;
  const client = clientFor(context, ecsPermissions.register(settings, state));
  const revision =
    (await registeredBefore(client, state, job)) ??
    valueOf(
      await client.register({
        from: state.previous,
        container: settings.container,
        image: state.image,
        tags: { [runTag]: job.key, [shaTag]: job.sha },
      }),
    ).arn;
  return underWay({ ...state, phase: 'update', next: revision }, 'The revision was registered.');
}

async function registeredBefore(
  client: EcsClient,
  { family, previous }: EcsState,
  { key }: RunnerJob,
): Promise<string | undefined> {
  for (const arn of valueOf(await client.newestRevisions(family, lookedThrough))) {
    // What is newer than what ran cannot be older than this deployment.
    if (arn === previous) return undefined;
    if (valueOf(await client.taskDefinition(arn)).tags[runTag] === key) return arn;
  }
  return undefined;
}

/** Gives the service back what it ran. */
async function cancel(context: Context, state: EcsState): Promise<Cancellation> {
  const { settings } = context;
  const stopping: EcsState = {
    ...state,
    phase: 'running',
    next: state.next ?? state.previous,
    stopping: true,
  };
  const client = clientFor(context, ecsPermissions.update(settings));
  valueOf(await client.update({ ...settings, taskDefinition: state.previous }));
  return {
    kind: 'requested',
    state: stopping,
    message: 'The service was given back the revision it ran before.',
  };
}

function underWay(state: EcsState, progress: string): Extract<RunnerObservation, { kind: 'under-way' }> {
  return {
    kind: 'under-way',
    state,
    progress,
    logUrl: undefined,
    lookAgainMs: state.phase === 'running' ? watchIntervalMs : 0,
    wakeOn: [],
  };
}
