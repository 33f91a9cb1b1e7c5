import type { Reading } from '../contracts/estate.ts';

/** What an instance did over the window; undefined where CloudWatch has no values for most of it. */
export type InstanceUse = {
  /** Percent: mean, and the highest of all maxima. */
  readonly meanCpu: number;
  readonly peakCpu: number;
  /** Bytes a day, in and out. */
  readonly networkPerDay: number;
};

/** What was read of one region. Ids and names are untrusted. */
export type RegionHoldings = {
  readonly region: string;
  /** Running ones. */
  readonly instances: Reading<
    readonly { readonly id: string; readonly type: string; readonly use: InstanceUse | undefined }[]
  >;
  readonly volumes: Reading<
    readonly {
      readonly id: string;
      readonly type: string;
      readonly sizeGb: number;
      readonly isAttached: boolean;
    }[]
  >;
  /** The account's own. */
  readonly snapshots: Reading<
    readonly {
      readonly id: string;
      readonly sizeGb: number;
      readonly ageDays: number;
      readonly isInImage: boolean;
    }[]
  >;
  readonly addresses: Reading<readonly { readonly ip: string; readonly isUsed: boolean }[]>;
  readonly logGroups: Reading<
    readonly { readonly name: string; readonly storedBytes: number; readonly hasRetention: boolean }[]
  >;
  readonly buckets: Reading<readonly { readonly name: string; readonly hasLifecycle: Reading<boolean> }[]>;
};
