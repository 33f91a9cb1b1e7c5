/** Something that costs money without need. */
export type Saving = {
  /** Id of the rule, for example `unattached-volume`. */
  readonly rule: string;
  readonly region: string;
  /** Id or name; untrusted. */
  readonly resource: string;
  /** What was found, one sentence. */
  readonly found: string;
  /** US dollars a month, an estimate from list prices; null where it cannot be told. */
  readonly monthlyUsd: number | null;
  /** How the estimate came about, or why there is none. */
  readonly basis: string;
  readonly next: string;
};

/** What could be saved in an account, by rules alone. */
export type SavingsReport = {
  /** Version of this shape. */
  readonly version: 1;
  readonly at: string;
  readonly days: number;
  readonly regions: readonly string[];
  /** Where the prices come from; in every report, because they are no invoice. */
  readonly prices: string;
  /** Sum of the estimates that there are, US dollars a month. */
  readonly monthlyUsd: number;
  /** Findings without an estimate. */
  readonly withoutEstimate: number;
  /** Largest estimate first. */
  readonly savings: readonly Saving[];
  /** What could not be looked at. */
  readonly gaps: readonly { readonly region: string; readonly what: string; readonly why: string }[];
};
