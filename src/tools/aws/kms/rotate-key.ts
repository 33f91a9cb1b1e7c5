import { z } from 'zod';
import { type AwsClients, changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';

const name = 'kms_rotate_key_yearly';

export const rotateKeyYearly = changingTool({
  name,
  description:
    'Has KMS make new material for a symmetric key of the account every year. What was encrypted before can still be read; each year’s material costs money.',
  risk: 'write',
  permissions: {
    iam: ['kms:DescribeKey', 'kms:GetKeyRotationStatus', 'kms:ListResourceTags', 'kms:EnableKeyRotation'],
  },
  undo: { kind: 'manual', how: 'aws kms disable-key-rotation --key-id …' },
  idempotent: true,
  parameters: z.object({
    region,
    key: z
      .string()
      .regex(/^(arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/)?[\w-]{1,128}$/, 'the id or ARN of a key'),
  }),
  example: { key: '1234abcd-12ab-34cd-56ef-1234567890ab' },
  async plan({ key }, { signal }, aws) {
    const { sdk, client } = await aws.kms();
    const options = { abortSignal: signal };
    const { KeyMetadata } = await client.send(new sdk.DescribeKeyCommand({ KeyId: key }), options);
    const arn = KeyMetadata?.Arn;
    const isOurs =
      KeyMetadata?.KeyManager === 'CUSTOMER' &&
      KeyMetadata.KeySpec === 'SYMMETRIC_DEFAULT' &&
      KeyMetadata.Enabled === true;
    if (arn === undefined || !isOurs) return refused('it is no enabled symmetric key of the account itself.');
    const before = await rotationOf(aws, arn, signal);
    if (before.rotated) return refused('it is rotated already.');
    const { Tags = [] } = await client.send(new sdk.ListResourceTagsCommand({ KeyId: arn }), options);
    const tags = Object.fromEntries(Tags.map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue]));
    return {
      kind: 'plan',
      summary: `KMS makes new material for ${arn} every year; what was encrypted before can still be read.`,
      checkedBy: 'pre-check',
      before,
      targets: [{ arn, tags }],
      grants: [{ actions: ['kms:EnableKeyRotation'], resources: [arn] }],
    };
  },
  async act({ key }, { signal }, aws) {
    const { sdk, client } = await aws.kms();
    await client.send(new sdk.EnableKeyRotationCommand({ KeyId: key }), { abortSignal: signal });
    return { kind: 'ok', value: { key } };
  },
  verify: ({ key }, { signal }, aws) => rotationOf(aws, key, signal),
});

function refused(why: string) {
  return { kind: 'refused', code: 'not-possible', message: `${name}: ${why}` } as const;
}

async function rotationOf(aws: AwsClients, KeyId: string, abortSignal: AbortSignal) {
  const { sdk, client } = await aws.kms();
  const status = await client.send(new sdk.GetKeyRotationStatusCommand({ KeyId }), { abortSignal });
  return { rotated: status.KeyRotationEnabled === true };
}
