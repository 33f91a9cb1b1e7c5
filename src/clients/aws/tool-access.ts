import type { AwsChangeLimits, AwsRole } from '../../contracts/aws.ts';
import { AppError } from '../../errors.ts';
import type { AwsConnector } from './aws-connector.ts';
import { type AwsFailure, awsFailureOf } from './aws-failure.ts';
import { type AwsServices, createAwsServices } from './aws-services.ts';
import { actionOf } from './observe-calls.ts';
import { type AwsPermission, maxSessionPolicyLength, policyText } from './session-policy.ts';

/** The account that a repository, a terminal or a job works on. */
export type AwsSettings = {
  /** Where a call goes that names no region. */
  readonly region: string | undefined;
  /** Assumed for reads; undefined: the process's own credentials. */
  readonly reader: AwsRole | undefined;
  /** Assumed for an approved change and nothing else; `own`: the process's own credentials; undefined: no changes. */
  readonly actor: AwsRole | 'own' | undefined;
  readonly limits: AwsChangeLimits;
};

/** What one call of a tool needs. */
export type AwsReach = {
  readonly region: string | undefined;
  readonly runId: string;
} & (
  | { readonly as: 'reader'; readonly actor: string }
  /**
   * `actor` is who approved; `permissions` become the session policy. `once`: no call is tried again by itself, because
   * one whose answer was lost may have been carried out.
   */
  | {
      readonly as: 'actor';
      readonly actor: string;
      readonly permissions: readonly AwsPermission[];
      readonly once: boolean;
    }
);

/** An answered request, for the audit. */
export type AwsRequestId = { readonly action: string; readonly requestId: string };

/** Services that can do what a call needs. */
export type ReachedAws = {
  readonly kind: 'reached';
  readonly region: string;
  readonly now: () => Date;
  readonly services: AwsServices;
  /** What was answered so far, in order. */
  readonly requests: readonly AwsRequestId[];
  /** What an error means that one of the services threw; undefined for one that is not theirs. */
  readonly failureOf: (error: unknown) => AwsFailure | undefined;
};

/** Gives out AWS's services for one call. */
export type AwsToolAccess = {
  readonly limits: AwsChangeLimits;
  /** Whether a session policy has room for all of this; a change that it has not is refused before anybody is asked. */
  fitsSession(permissions: readonly AwsPermission[]): boolean;
  reach(
    request: AwsReach,
  ): ReachedAws | { readonly kind: 'unreachable'; readonly code: string; readonly message: string };
};

/** Access for one account. */
export function createAwsToolAccess(connector: AwsConnector, settings: AwsSettings): AwsToolAccess {
  return {
    limits: settings.limits,
    fitsSession: permissions => policyText(permissions).length <= maxSessionPolicyLength,
    reach(request) {
      const region = request.region ?? settings.region;
      if (region === undefined) {
        return {
          kind: 'unreachable',
          code: 'no-region',
          message:
            'No region is given: add "region", or set AWS_REGION or `aws.region` in the configuration.',
        };
      }
      const role = request.as === 'reader' ? settings.reader : settings.actor;
      if (request.as === 'actor' && role === undefined) {
        return {
          kind: 'unreachable',
          code: 'no-actor-role',
          message:
            'Nothing in AWS may be changed from here: no actor role is set (`aws.actor` in the configuration).',
        };
      }
      const assumed = role === 'own' ? undefined : role;
      const config = connector.clientConfig(
        { region, roleArn: assumed?.arn, externalId: assumed?.externalId },
        {
          actor: request.actor,
          runId: request.runId,
          permissions: request.as === 'actor' ? request.permissions : undefined,
        },
      );
      const requests: AwsRequestId[] = [];
      const tried = request.as === 'actor' && request.once ? { ...config, maxAttempts: 1 } : config;
      const services = createAwsServices(tried, answered => requests.push(answered));
      const failureOf = (error: unknown): AwsFailure | undefined => {
        const action = actionOf(error);
        return action === undefined || error instanceof AppError
          ? undefined
          : awsFailureOf(error, { action, region });
      };
      return { kind: 'reached', region, now: connector.now, services, requests, failureOf };
    },
  };
}

/** Access where no account is configured: every call is refused with what to do. */
export const noAwsAccess: AwsToolAccess = {
  limits: { protectedTags: [], managedTag: undefined, maxResources: 0, maxPercent: 0 },
  fitsSession: () => false,
  reach: () => ({
    kind: 'unreachable',
    code: 'aws-not-configured',
    message:
      'No AWS account is configured for this repository: name the role that may read it as `aws.reader` in `.github/devops.yml`.',
  }),
};
