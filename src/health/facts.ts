import type { Figure, Reading } from '../contracts/estate.ts';

/** An instance that is not stopped. */
export type InstanceFacts = {
  readonly id: string;
  readonly name: string | undefined;
  readonly state: string;
  /** `ok`, `impaired`, `initializing`, `insufficient-data`; AWS's own check of the machine beneath and of the instance. */
  readonly systemStatus: Reading<string>;
  readonly instanceStatus: Reading<string>;
  readonly cpuPercent: Figure;
  /** Undefined where no CloudWatch agent tells it. */
  readonly memoryPercent: Figure | undefined;
  readonly diskPercent: Figure | undefined;
};

export type AlarmFacts = {
  readonly name: string;
  /** `OK`, `ALARM`, `INSUFFICIENT_DATA`. */
  readonly state: string;
  readonly reason: string | undefined;
};

export type ServiceFacts = {
  readonly cluster: string;
  readonly name: string;
  readonly desired: number;
  readonly running: number;
  /** Of the newest deployment: `COMPLETED`, `FAILED`, `IN_PROGRESS`. */
  readonly rollout: string | undefined;
  readonly reason: string | undefined;
  readonly failedTasks: number;
};

export type DatabaseFacts = {
  readonly id: string;
  readonly status: string;
  readonly cpuPercent: Figure;
  /** Undefined for Aurora, whose storage grows by itself. */
  readonly usedStoragePercent: Figure | undefined;
  readonly connections: Figure;
};

export type FunctionFacts = {
  readonly name: string;
  /** `Active`, `Inactive`, `Pending`, `Failed`; undefined where the listing does not tell. */
  readonly state: string | undefined;
  /** Counts over the window. */
  readonly invocations: Figure;
  readonly errors: Figure;
  readonly throttles: Figure;
};

/** What was read of one region. */
export type RegionFacts = {
  readonly region: string;
  readonly instances: Reading<{ readonly running: readonly InstanceFacts[]; readonly stopped: number }>;
  readonly alarms: Reading<readonly AlarmFacts[]>;
  readonly services: Reading<readonly ServiceFacts[]>;
  readonly databases: Reading<readonly DatabaseFacts[]>;
  readonly functions: Reading<readonly FunctionFacts[]>;
};
