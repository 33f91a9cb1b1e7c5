import type { STSClientConfig } from '@aws-sdk/client-sts';
import type { AwsAccess } from '../../contracts/deploy-runner.ts';
import { AppError } from '../../errors.ts';
import { awsFailureOf } from './aws-failure.ts';
import { type AwsPermission, sessionPolicy } from './session-policy.ts';

/** How long an assumed role is valid, seconds: AWS's minimum. */
const sessionSeconds = 900;
/** It is assumed anew this long before it ends, milliseconds, so that no call outlives it. */
const renewBeforeMs = 120_000;
/** Sessions that are kept, so that a deployment that is looked at often does not assume its role each time. */
const maxSessions = 200;

/** Who asks AWS for what; both are in CloudTrail beside every call. */
export type AwsPurpose = {
  /** Login of the person, or what started it. */
  readonly actor: string;
  readonly runId: string;
  /** The session may do this and nothing else; undefined: what the role may. Applies where a role is assumed. */
  readonly permissions: readonly AwsPermission[] | undefined;
};

/** Credentials as the SDK takes them. */
export type AwsCredentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
};

/** What every client of the AWS SDK is made with. */
export type AwsClientConfig = {
  readonly region: string;
  readonly maxAttempts: number;
  readonly retryMode: 'standard';
  readonly endpoint?: string;
  readonly credentials?: () => Promise<AwsCredentials>;
  readonly requestHandler?: AwsRequestHandler;
};

/** The SDK's way out, as tests replace it. */
export type AwsRequestHandler = NonNullable<STSClientConfig['requestHandler']>;

/** Where and as whom the process uses AWS. */
export type AwsConnectorOptions = {
  /** `AWS_ENDPOINT_URL`: every service answers there, an emulator for example. */
  readonly endpointUrl: string | undefined;
  readonly now: () => Date;
  /** Default: the SDK's standard chain (environment, profile, web identity, container, instance). */
  readonly credentials?: () => Promise<AwsCredentials>;
  /** Default: the SDK's own HTTP client. */
  readonly requestHandler?: AwsRequestHandler;
};

/** Makes the settings of clients for one region, role and purpose. */
export type AwsConnector = {
  readonly clientConfig: (access: AwsAccess, purpose: AwsPurpose) => AwsClientConfig;
  /** For windows of time that end now. */
  readonly now: () => Date;
};

/**
 * Connects to AWS: the region is always the one that was asked for, a role is assumed with a session policy of exactly
 * the purpose's permissions for fifteen minutes, and calls are tried three times at most.
 */
export function createAwsConnector(options: AwsConnectorOptions): AwsConnector {
  const sessions = new Map<string, Session>();
  const common = (region: string): AwsClientConfig => ({
    region,
    maxAttempts: 3,
    retryMode: 'standard',
    ...(options.endpointUrl === undefined ? {} : { endpoint: options.endpointUrl }),
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
    ...(options.requestHandler === undefined ? {} : { requestHandler: options.requestHandler }),
  });
  return {
    now: options.now,
    clientConfig(access, purpose) {
      const config = common(access.region);
      if (access.roleArn === undefined) return config;
      return { ...config, credentials: () => assumed(sessions, access, purpose, config, options.now) };
    },
  };
}

type Session = { readonly credentials: Promise<AwsCredentials>; readonly validUntil: number };

/** The session's credentials, from a call that is under way or was made lately. */
async function assumed(
  sessions: Map<string, Session>,
  access: AwsAccess,
  purpose: AwsPurpose,
  config: AwsClientConfig,
  now: () => Date,
): Promise<AwsCredentials> {
  const key = JSON.stringify([access, purpose]);
  const known = sessions.get(key);
  if (known !== undefined && known.validUntil > now().getTime()) return await known.credentials;
  sessions.delete(key);
  for (const oldest of sessions.keys()) {
    if (sessions.size < maxSessions) break;
    sessions.delete(oldest);
  }
  const credentials = assumeRole(access, purpose, config);
  const validUntil = now().getTime() + sessionSeconds * 1_000 - renewBeforeMs;
  sessions.set(key, { credentials, validUntil });
  try {
    return await credentials;
  } catch (error) {
    sessions.delete(key);
    throw error;
  }
}

/** @throws AppError `aws-…` when the role cannot be assumed. */
async function assumeRole(
  { region, roleArn, externalId }: AwsAccess,
  purpose: AwsPurpose,
  config: AwsClientConfig,
): Promise<AwsCredentials> {
  const { AssumeRoleCommand, STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient(config);
  try {
    const { Credentials: given } = await client.send(
      new AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: sessionName(purpose),
        SourceIdentity: identityOf(purpose.actor, 64),
        DurationSeconds: sessionSeconds,
        ...(purpose.permissions === undefined ? {} : { Policy: sessionPolicy(purpose.permissions) }),
        ...(externalId === undefined ? {} : { ExternalId: externalId }),
      }),
    );
    if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined)
      throw new TypeError('AssumeRole gave no credentials');
    return {
      accessKeyId: given.AccessKeyId,
      secretAccessKey: given.SecretAccessKey,
      ...(given.SessionToken === undefined ? {} : { sessionToken: given.SessionToken }),
      ...(given.Expiration === undefined ? {} : { expiration: given.Expiration }),
    };
  } catch (cause) {
    const failure = awsFailureOf(cause, { action: 'sts:AssumeRole', region });
    const { kind, message, next, retryable } = failure;
    if (kind !== 'denied')
      throw new AppError({ code: `aws-${kind}`, publicMessage: `${message} ${next}`, retryable, cause });
    throw new AppError({
      code: 'aws-denied',
      publicMessage:
        'AWS does not let the server assume the role of this environment. Its trust policy must allow the server `sts:AssumeRole` and `sts:SetSourceIdentity`, with the same external id if it asks for one.',
      cause,
    });
  } finally {
    client.destroy();
  }
}

/** `devops-<run>-<actor>`: what CloudTrail shows as the session. */
function sessionName({ actor, runId }: AwsPurpose): string {
  return identityOf(`devops-${runId}-${actor}`, 64);
}

/** AWS takes `\w+=,.@-`, 2 to 64 characters (`AssumeRole`, API reference). */
function identityOf(text: string, maxLength: number): string {
  return text
    .replace(/[^\w+=,.@-]/g, '-')
    .slice(0, maxLength)
    .padEnd(2, '-');
}
