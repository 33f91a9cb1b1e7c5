import type { RepositoryRef } from './run.ts';

/** A deployment parameter's value after it was checked against its declaration in the configuration. */
export type ParameterValue = string | number | boolean;

/** Where and as whom AWS is used. */
export type AwsAccess = {
  /** For example `eu-central-1`. */
  readonly region: string;
  /** Role assumed for this environment; undefined: the process's own credentials. */
  readonly roleArn: string | undefined;
  readonly externalId: string | undefined;
};

/**
 * What is handed to a workflow input or document parameter: a literal, or as a whole one of the deployment's facts:
 * `$sha`, `$short-sha`, `$ref`, `$environment`, `$deployment`, `$run`, `$actor` or `$param.<name>`. Never a text put
 * together from several.
 */
export type ValueSource = ParameterValue;

/** Dispatches a GitHub Actions workflow. */
export type WorkflowSettings = {
  readonly type: 'workflow';
  /** File name in `.github/workflows`, for example `deploy.yml`. */
  readonly file: string;
  /**
   * Whose version of the workflow runs: the default branch's, which is told the commit as an input and which a pull
   * request cannot change, or the one of the branch that is deployed.
   */
  readonly ref: 'default-branch' | 'head';
  /** Workflow inputs beyond those that are filled in by their names. */
  readonly inputs: Readonly<Record<string, ValueSource>>;
  readonly timeoutMinutes: number;
};

/** Only the GitHub deployment is made; an external system deploys and reports deployment statuses. */
export type EventSettings = { readonly type: 'event'; readonly timeoutMinutes: number };

/** Runs an AWS Systems Manager document on instances, in waves. */
export type SsmSettings = {
  readonly type: 'ssm';
  readonly aws: AwsAccess;
  /** Name or ARN; `AWS-RunShellScript` and its like are refused, because their parameter is a script. */
  readonly document: string;
  /** A fixed version; undefined: the document's default version. */
  readonly documentVersion: string | undefined;
  /** Tags that an instance must carry, each with one of the values. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
  readonly parameters: Readonly<Record<string, ValueSource>>;
  /** Shares of the instances per wave in percent, summing up to 100, for example 10, 40, 50. */
  readonly wavesPercent: readonly number[];
  /** Instances that may fail before no further wave is started. */
  readonly maxFailures: number;
  /** Asked after each wave; undefined: the next wave follows at once. */
  readonly health: HttpProbe | undefined;
  readonly timeoutMinutes: number;
};

/** Gives an Amazon ECS service a task definition revision with a new image. */
export type EcsSettings = {
  readonly type: 'ecs';
  readonly aws: AwsAccess;
  readonly cluster: string;
  readonly service: string;
  /** The container whose image is replaced. */
  readonly container: string;
  /** The image without its tag, for example `111122223333.dkr.ecr.eu-central-1.amazonaws.com/web`. */
  readonly image: string;
  /** What the image's tag is. Default of the configuration: `$sha`. */
  readonly tag: ValueSource;
  readonly timeoutMinutes: number;
};

/** How an environment is deployed: an environment's `runner:` in the configuration. */
export type RunnerSettings = WorkflowSettings | EventSettings | SsmSettings | EcsSettings;
export type RunnerType = RunnerSettings['type'];

/** An HTTP address that must answer as expected, several times in a row. */
export type HttpProbe = {
  readonly url: string;
  readonly expectStatus: number;
  /** A text that the answer's first 64 KiB must contain. */
  readonly expectText: string | undefined;
  /** Private and loopback addresses are refused without this. */
  readonly allowPrivate: boolean;
  /** Answers in a row that must be good. */
  readonly successes: number;
  /** Tries until it is given up. */
  readonly attempts: number;
  readonly intervalSeconds: number;
  /** Longest wait for one answer. */
  readonly timeoutSeconds: number;
};

/** A CloudWatch metric that must stay within a bound for a while after the deployment. */
export type MetricCheck = {
  readonly aws: AwsAccess;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: 'Sum' | 'Average' | 'Maximum' | 'Minimum' | 'SampleCount';
  /** With it, what is compared is `metric` divided by this metric of the same namespace and dimensions, in percent. */
  readonly perMetric: string | undefined;
  /** Largest value, over the whole window, that is still good. */
  readonly atMost: number;
  readonly windowMinutes: number;
  /** What no data points mean: a service without traffic has no errors either. */
  readonly noData: 'pass' | 'fail';
};

/** One check after a deployment: one entry of an environment's `verify:` in the configuration. */
export type VerificationSettings =
  | ({ readonly type: 'http' } & HttpProbe)
  | ({ readonly type: 'metric' } & MetricCheck)
  | WorkflowSettings;

/** One deployment as the runners see it; everything in it has passed the gates. */
export type RunnerJob = {
  /**
   * Names this attempt everywhere outside, so that a repeated call finds what the first one did: 1 to 60 characters
   * of `a-z`, `0-9` and `-`. A roll-back has another one than the deployment that it takes back.
   */
  readonly key: string;
  readonly installationId: number;
  readonly repository: RepositoryRef;
  readonly environment: string;
  /** The full commit SHA that is deployed, and nothing else. */
  readonly sha: string;
  /** The branch that the commit was found on: `main`, or a pull request's head branch. */
  readonly ref: string;
  /** Id of the GitHub deployment. */
  readonly deploymentId: number;
  /** Login of who asked. */
  readonly actor: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** ISO 8601: when the runner was first asked to start. */
  readonly startedAt: string;
  /** Whether this brings back what ran before: it was begun by `rollBack`, and `find` and `observe` are about that. */
  readonly isRollBack: boolean;
};

/** What is not right about a runner's configuration or surroundings; shown on the pull request. */
export type RunnerProblem = {
  /** Stable, for example `workflow-not-found`. */
  readonly code: string;
  /** Says what and where, with file and line when there is one. */
  readonly message: string;
  /** What to do about it. */
  readonly next: string;
};

/** JSON that a runner remembers between looks; stored as it is, parsed by the runner that made it. */
export type RunnerState = unknown;

/** How things are, after one look. A text from outside in it is masked and bounded, and still untrusted. */
export type RunnerObservation =
  | {
      readonly kind: 'under-way';
      readonly state: RunnerState;
      /** One sentence, for example `Wave 2 of 3: 4 of 10 instances done.` */
      readonly progress: string;
      readonly logUrl: string | undefined;
      /** Look again after this long, milliseconds, or as soon as an event of `wakeOn` comes in. */
      readonly lookAgainMs: number;
      /** Events that say that it is worth looking: `workflow_run/<id>`, `deployment_status/<deployment id>`. */
      readonly wakeOn: readonly string[];
    }
  | {
      readonly kind: 'finished';
      readonly state: RunnerState;
      /** `failure`: what was deployed or tried failed; `error`: it could not be tried, or nobody can tell. */
      readonly result: 'success' | 'failure' | 'error' | 'cancelled';
      /** Stable, for example `job-failed`, `timed-out`. */
      readonly code: string;
      /** One sentence. */
      readonly summary: string;
      readonly logUrl: string | undefined;
      /** Where the deployed thing is to be seen, if the runner knows better than the configuration. */
      readonly environmentUrl: string | undefined;
      readonly firstError: RunnerError | undefined;
      /** What to do about it; undefined after a success. */
      readonly next: string | undefined;
    };

/** The first thing that went wrong. */
export type RunnerError = {
  /** For example `job "deploy", step "Push the image"`, or an instance id. */
  readonly where: string;
  /** At most 2,000 characters of output, secrets masked. Untrusted. */
  readonly text: string;
};

/** What asking to stop came to; what happens then is seen by looking. */
export type Cancellation = {
  /** `not-possible`: this kind of runner has nothing to stop. */
  readonly kind: 'requested' | 'already-finished' | 'not-possible';
  /** What the runner remembers from now on, in place of what it was called with: it says that nothing more begins. */
  readonly state: RunnerState;
  /** One sentence. */
  readonly message: string;
};

/**
 * Carries deployments of one kind out. It holds nothing between calls: whoever calls stores the `state`, gives up its
 * worker, and looks again later, in whatever process.
 *
 * Every method throws a retryable `AppError` when GitHub or AWS could not be asked (5xx, limits, no answer) and can be
 * called again with the same arguments.
 *
 * @typeParam Settings The runner's part of the configuration.
 */
export type DeployRunner<Settings = RunnerSettings> = {
  /** What would keep a deployment from starting; empty when all is right. Changes nothing. */
  validate(settings: Settings, job: Omit<RunnerJob, 'deploymentId'>): Promise<readonly RunnerProblem[]>;
  /** Starts it. Call once per key, as the `perform` of an effect; problems found now end in `finished` with `error`. */
  start(settings: Settings, job: RunnerJob): Promise<RunnerObservation>;
  /** What an earlier `start` with this key did, for an effect in doubt; undefined when it did nothing. */
  find(settings: Settings, job: RunnerJob): Promise<RunnerObservation | undefined>;
  /** Looks, and takes the next step where there is one (the next wave). Safe to repeat. */
  observe(settings: Settings, job: RunnerJob, state: RunnerState): Promise<RunnerObservation>;
  /** Asks to stop. Safe to repeat. */
  cancel(settings: Settings, job: RunnerJob, state: RunnerState): Promise<Cancellation>;
  /**
   * Brings back what ran before, and is observed like a start. `job` has its own key, and names the commit and the
   * parameters to go back to; `state` is what the runner remembered of the deployment that is taken back.
   */
  rollBack(settings: Settings, job: RunnerJob, state: RunnerState): Promise<RunnerObservation>;
};

/** The runner of each type, composed with its clients. */
export type DeployRunners = {
  readonly [Type in RunnerType]: DeployRunner<Extract<RunnerSettings, { readonly type: Type }>>;
};

/** Looks at a deployment's result; the same life as a runner, without roll-back. */
export type DeployVerifier = {
  start(settings: VerificationSettings, job: RunnerJob): Promise<RunnerObservation>;
  find(settings: VerificationSettings, job: RunnerJob): Promise<RunnerObservation | undefined>;
  observe(settings: VerificationSettings, job: RunnerJob, state: RunnerState): Promise<RunnerObservation>;
};
