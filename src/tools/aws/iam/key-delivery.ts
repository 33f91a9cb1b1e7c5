import { z } from 'zod';
import type { AccessKey } from '../../../clients/aws/sdk/iam.ts';
import type { AwsPermission } from '../../../clients/aws/session-policy.ts';
import type { ToolCall, ToolRefusal } from '../../../contracts/tool.ts';
import type { AwsClients, PlanTarget } from '../../aws-calls/define-aws-tool.ts';
import { noScreen } from '../../aws-calls/reveal.ts';

/** Where the secret half of a new key goes: no answer, log, trace or comment ever holds it. */
export const storeIn = z
  .string()
  .regex(/^[\w/+=.@:-]{1,2048}$/, 'the name or ARN of a secret')
  .nullish()
  .describe(
    'Name or ARN of an existing secret in Secrets Manager that gets the new key. Default: it is shown once on the terminal of the person who asks.',
  );

/** What the delivery needs; known before a key is made. */
export type Delivery = {
  readonly kind: 'delivery';
  readonly to: string;
  readonly grants: readonly AwsPermission[];
  readonly targets: readonly PlanTarget[];
};

/** Actions that `planDelivery` and `deliver` need. */
export const deliveryActions = [
  'secretsmanager:DescribeSecret',
  'secretsmanager:PutSecretValue',
  'kms:Decrypt',
  'kms:GenerateDataKey',
] as const;

/** Looks for a place for the secret; a refusal where there is none. */
export async function planDelivery(
  tool: string,
  aws: AwsClients,
  store: string | null | undefined,
  { signal, terminal }: ToolCall,
): Promise<Delivery | ToolRefusal> {
  if (typeof store !== 'string') {
    if (terminal?.reveal !== undefined)
      return { kind: 'delivery', to: 'the terminal', grants: [], targets: [] };
    return noScreen(tool, 'An access key', ' Name a secret of Secrets Manager in `storeIn` instead.');
  }
  const { sdk, client } = await aws.secretsManager();
  const secret = await client.send(new sdk.DescribeSecretCommand({ SecretId: store }), {
    abortSignal: signal,
  });
  const arn = secret.ARN ?? store;
  const tags = Object.fromEntries((secret.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
  return {
    kind: 'delivery',
    to: arn,
    targets: [{ arn, tags }],
    grants: [
      { actions: ['secretsmanager:PutSecretValue'], resources: [arn] },
      ...ownKey(secret.KmsKeyId, arn),
    ],
  };
}

/** A secret under a key of the customer's own needs that key too. */
function ownKey(kmsKey: string | undefined, secretArn: string): readonly AwsPermission[] {
  if (kmsKey === undefined || kmsKey.startsWith('alias/')) return [];
  const place = /^arn:([\w-]+):secretsmanager:([\w-]+):(\d{12}):/.exec(secretArn);
  if (place === null) return [];
  const [, partition, region, account] = place;
  return [
    {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [
        kmsKey.startsWith('arn:') ? kmsKey : `arn:${partition}:kms:${region}:${account}:key/${kmsKey}`,
      ],
    },
  ];
}

/**
 * Makes a key and hands its secret over. A key whose secret could not be handed over is deleted again: nobody could
 * ever use it.
 */
export async function makeAndDeliver(
  aws: AwsClients,
  user: string,
  store: string | undefined,
  { signal, terminal }: ToolCall,
): Promise<{ readonly ending: string }> {
  const { sdk, client } = await aws.iam();
  const { AccessKey: made } = await client.send(new sdk.CreateAccessKeyCommand({ UserName: user }), {
    abortSignal: signal,
  });
  const ending = made?.AccessKeyId?.slice(-4) ?? '';
  try {
    if (made === undefined) throw new TypeError('CreateAccessKey gave no key');
    if (store !== undefined) {
      await keepInSecret(aws, store, made);
      return { ending };
    }
    if (terminal?.reveal === undefined) throw new TypeError('a terminal that is gone');
    terminal.reveal(
      `Access key of ${user}`,
      `AWS_ACCESS_KEY_ID=${made.AccessKeyId ?? ''} AWS_SECRET_ACCESS_KEY=${made.SecretAccessKey ?? ''}`,
    );
    return { ending };
  } catch (error) {
    if (made?.AccessKeyId !== undefined)
      await client.send(new sdk.DeleteAccessKeyCommand({ UserName: user, AccessKeyId: made.AccessKeyId }));
    throw error;
  }
}

async function keepInSecret(aws: AwsClients, secret: string, key: AccessKey): Promise<void> {
  const { sdk, client } = await aws.secretsManager();
  const SecretString = JSON.stringify({
    user: key.UserName,
    accessKeyId: key.AccessKeyId,
    secretAccessKey: key.SecretAccessKey,
  });
  await client.send(new sdk.PutSecretValueCommand({ SecretId: secret, SecretString }));
}
