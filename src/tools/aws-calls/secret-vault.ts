import { z } from 'zod';
import type { AwsPermission } from '../../clients/aws/session-policy.ts';
import type { AwsClients, PlanTarget } from './define-aws-tool.ts';

/** Where what must not be seen goes: a secret that exists, so that whoever may read it is decided already. */
export const vaultParameter = z
  .string()
  .regex(/^[\w/+=.@:-]{1,512}$/, 'the name or ARN of a secret')
  .describe(
    'Name or ARN of a secret in AWS Secrets Manager that exists: what must not be seen becomes its current version.',
  );

/** A secret that something is put into. */
export type Vault = { readonly arn: string; readonly tags: Readonly<Record<string, string>> };

/** What a tool that uses a vault needs: the first to plan, the second to act. */
export const vaultActions = ['secretsmanager:DescribeSecret', 'secretsmanager:PutSecretValue'] as const;

/** Finds the secret. @throws what Secrets Manager says when there is none. */
export async function findVault(secret: string, aws: AwsClients, abortSignal: AbortSignal): Promise<Vault> {
  const { sdk, client } = await aws.secretsManager();
  const found = await client.send(new sdk.DescribeSecretCommand({ SecretId: secret }), { abortSignal });
  const tags = (found.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value] as const);
  return { arn: found.ARN ?? secret, tags: Object.fromEntries(tags) };
}

/** The vault as a target of the plan: its current version is replaced. */
export function vaultTarget({ arn, tags }: Vault): PlanTarget {
  return { arn, tags };
}

/** The right to put something in. */
export function vaultGrant({ arn }: Vault): AwsPermission {
  return { actions: ['secretsmanager:PutSecretValue'], resources: [arn] };
}

/** Puts a text in; it becomes the current version, the one before stays as the previous. */
export async function putIntoVault(
  { arn }: Vault,
  text: string,
  { aws, token, signal }: { readonly aws: AwsClients; readonly token: string; readonly signal: AbortSignal },
): Promise<void> {
  const { sdk, client } = await aws.secretsManager();
  const command = new sdk.PutSecretValueCommand({
    SecretId: arn,
    SecretString: text,
    ClientRequestToken: token,
  });
  await client.send(command, { abortSignal: signal });
}
