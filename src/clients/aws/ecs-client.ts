import type { AwsAnswer } from './aws-failure.ts';

/** One of the deployments that a service is going through. */
export type EcsDeployment = {
  /** ARN of the revision. */
  readonly taskDefinition: string;
  readonly isPrimary: boolean;
  /** `IN_PROGRESS`, `COMPLETED` or `FAILED`; undefined where ECS does not keep it. */
  readonly rollout: string | undefined;
  readonly reason: string;
  readonly running: number;
  readonly desired: number;
};

export type EcsService = {
  readonly arn: string;
  /** `ACTIVE`, `DRAINING` or `INACTIVE`. */
  readonly status: string;
  /** ARN of the revision that the service is to run. */
  readonly taskDefinition: string;
  /** `ECS`, `CODE_DEPLOY` or `EXTERNAL`. */
  readonly controller: string;
  readonly deployments: readonly EcsDeployment[];
  /** Newest first, at most 100. Untrusted texts. */
  readonly events: readonly { readonly at: string; readonly message: string }[];
};

export type EcsTaskDefinition = {
  readonly arn: string;
  readonly family: string;
  /** Image by container name. */
  readonly images: ReadonlyMap<string, string>;
  /** ARNs of the task's and the agent's role, as far as there are any. */
  readonly roles: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
};

/** What deployments may ask of Amazon ECS, in one region as one role. */
export type EcsClient = {
  /** Undefined when the cluster has no such service. */
  service(cluster: string, service: string): Promise<AwsAnswer<EcsService | undefined>>;
  taskDefinition(arn: string): Promise<AwsAnswer<EcsTaskDefinition>>;
  /** ARNs of the family's newest active revisions, newest first. */
  newestRevisions(family: string, count: number): Promise<AwsAnswer<readonly string[]>>;
  /** Registers a revision that differs from another one in one container's image and in its tags. */
  register(options: {
    readonly from: string;
    readonly container: string;
    readonly image: string;
    readonly tags: Readonly<Record<string, string>>;
  }): Promise<AwsAnswer<{ readonly arn: string }>>;
  /** Gives the service a revision and turns its circuit breaker with roll-back on. Repeating it changes nothing. */
  update(options: {
    readonly cluster: string;
    readonly service: string;
    readonly taskDefinition: string;
  }): Promise<AwsAnswer<true>>;
  /** Why tasks of the service stopped lately, at most 100. Untrusted texts. */
  stoppedTasks(
    cluster: string,
    service: string,
  ): Promise<AwsAnswer<readonly { readonly taskDefinition: string; readonly reason: string }[]>>;
};
