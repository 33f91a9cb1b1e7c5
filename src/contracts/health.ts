/** From best to worst; `unknown` is what could not be judged, never good news. */
export type Health = 'healthy' | 'unknown' | 'warning' | 'critical';

/** Where a figure becomes a warning, and where critical. */
export type Thresholds = { readonly warning: number; readonly critical: number };

/** `aws.health` of the configuration: by what health is judged. */
export type HealthSettings = {
  /** How far back metrics are looked at, minutes. */
  readonly windowMinutes: number;
  /** Mean CPU of instances and databases, percent. */
  readonly cpu: Thresholds;
  /** Used memory as the CloudWatch agent tells it, percent. */
  readonly memory: Thresholds;
  /** Used disk as the CloudWatch agent tells it, percent, the fullest one. */
  readonly disk: Thresholds;
  /** Running tasks of a service below this percent of the desired ones. */
  readonly tasks: Thresholds;
  /** Used storage of databases, percent. */
  readonly storage: Thresholds;
  /** Connections to a database at once. */
  readonly connections: Thresholds;
  /** Failed invocations of a function, percent of all. */
  readonly errors: Thresholds;
  /** Throttled invocations of a function, percent of those that were wanted. */
  readonly throttles: Thresholds;
};

/** One thing that was looked at. */
export type HealthCheck = {
  /** For example `CPU`. */
  readonly check: string;
  readonly health: Health;
  /** The figure with its unit, or why there is none. Untrusted where AWS says it. */
  readonly found: string;
  /** What it was compared with; undefined where it is no figure. */
  readonly limits: string | undefined;
};

/** One resource with all that was looked at; its health is that of its worst check. */
export type ResourceHealth = {
  readonly kind: 'EC2 instance' | 'Alarm' | 'ECS service' | 'RDS database' | 'Lambda function';
  readonly region: string;
  /** Id or name; untrusted. */
  readonly name: string;
  readonly health: Health;
  readonly checks: readonly HealthCheck[];
};

/** What could not be looked at. */
export type HealthGap = { readonly region: string; readonly what: string; readonly why: string };

/** How an account is, from figures alone. */
export type HealthReport = {
  /** Version of this shape. */
  readonly version: 1;
  readonly at: string;
  readonly windowMinutes: number;
  readonly regions: readonly string[];
  /** The worst of all; `unknown` when nothing was found or something could not be looked at. */
  readonly health: Health;
  readonly summary: Readonly<Record<Health, number>>;
  /** Instances that are stopped; they are not judged. */
  readonly stopped: number;
  /** Worst first. */
  readonly resources: readonly ResourceHealth[];
  readonly gaps: readonly HealthGap[];
};
