import type { AwsAnswer } from './aws-failure.ts';

/** An instance that Systems Manager manages. */
export type ManagedInstance = {
  /** `i-…`, or `mi-…` for one outside EC2. */
  readonly id: string;
  /** Whether its agent answers. */
  readonly online: boolean;
};

/** What a document is and takes. */
export type SsmDocument = {
  readonly name: string;
  /** The version that was asked about. */
  readonly version: string;
  /** `Command`, `Automation`, … */
  readonly type: string;
  /** `Amazon` for documents of AWS. */
  readonly owner: string;
  readonly parameters: readonly {
    readonly name: string;
    /** `String`, `StringList`, `Boolean`, … */
    readonly type: string;
    readonly hasDefault: boolean;
  }[];
};

/** How a command stands on one instance. */
export type Invocation = {
  readonly instanceId: string;
  /** `Pending`, `InProgress`, `Delayed`, `Cancelling`; then `Success`, `Failed`, `TimedOut` or `Cancelled`. */
  readonly status: string;
  /** More precise, for example `DeliveryTimedOut`. */
  readonly detail: string;
};

/** What deployments may ask of Systems Manager, in one region as one role. */
export type SsmClient = {
  /** The instances that carry every tag with one of its values, by id, every page. */
  instances(
    tags: Readonly<Record<string, readonly string[]>>,
  ): Promise<AwsAnswer<readonly ManagedInstance[]>>;
  document(name: string, version: string | undefined): Promise<AwsAnswer<SsmDocument>>;
  /** Sends a command to at most 50 instances; sending twice runs twice. */
  send(command: {
    readonly document: string;
    readonly version: string | undefined;
    readonly instanceIds: readonly string[];
    readonly parameters: Readonly<Record<string, readonly string[]>>;
    /** At most 100 characters; by it `find` knows the command again. */
    readonly comment: string;
    /** Seconds an instance may take to begin, 30 at least. */
    readonly deliveryTimeoutSeconds: number;
  }): Promise<AwsAnswer<{ readonly commandId: string }>>;
  /** The command with this comment since a moment (ISO 8601); undefined when there is none. */
  find(options: {
    readonly comment: string;
    readonly since: string;
  }): Promise<AwsAnswer<{ readonly commandId: string } | undefined>>;
  /** Every page. */
  invocations(commandId: string): Promise<AwsAnswer<readonly Invocation[]>>;
  /** What the command wrote on an instance: at most the first 24,000 characters and 8,000 of errors. Untrusted. */
  output(
    commandId: string,
    instanceId: string,
  ): Promise<AwsAnswer<{ readonly output: string; readonly errors: string }>>;
  cancel(commandId: string): Promise<AwsAnswer<true>>;
};
