import type { HealthSettings } from './health.ts';

/** A tag as AWS has it. */
export type Tag = { readonly key: string; readonly value: string };

/** What may be changed in an account, and how much at once. */
export type AwsChangeLimits = {
  /** Whatever carries one of these is never changed; an empty value stands for any. */
  readonly protectedTags: readonly Tag[];
  /** Only what carries this may be changed: without it a resource is unmanaged. Undefined: anything may. */
  readonly managedTag: Tag | undefined;
  /** Most resources of one change. */
  readonly maxResources: number;
  /** Most percent of the resources of the kind, where a change concerns more than one. */
  readonly maxPercent: number;
};

/** A role of the account, and what its trust policy asks for. */
export type AwsRole = { readonly arn: string; readonly externalId: string | undefined };

/** `aws:` of the configuration: the account that a repository works on. */
export type AwsConfig = {
  /** Where a call goes that names no region. */
  readonly region: string | undefined;
  /** Where health, audit and cost look; empty: every region that is enabled. */
  readonly regions: readonly string[];
  /** ARN of the role for reads; undefined: the App has none. */
  readonly readerArn: string | undefined;
  /** ARN of the role for approved changes; undefined: nothing is changed. */
  readonly actorArn: string | undefined;
  /** Log groups whose errors incidents show. */
  readonly logGroups: readonly string[];
  readonly limits: AwsChangeLimits;
  readonly health: HealthSettings;
};
