import type { KmsKeyDetails, RegionReads } from '../../../controls/snapshot.ts';
import type { Source } from '../source.ts';
import type { Reader } from './reader.ts';

/** Every key with what AWS says of its rotation. */
export const keys: Reader<RegionReads['keys']> = {
  permissions: ['kms:ListKeys', 'kms:DescribeKey', 'kms:GetKeyRotationStatus'],
  async read(source) {
    const { sdk, client } = await source.services.kms();
    const arns = await source.ask('kms', async () => {
      const found: string[] = [];
      for await (const { Keys = [] } of sdk.paginateListKeys({ client, pageSize: 1_000 }, {}))
        found.push(...Keys.map(({ KeyArn = '', KeyId = '' }) => KeyArn || KeyId));
      return found;
    });
    return await Promise.all(
      arns.map(async arn => ({
        arn,
        details: await source.tryAsk('kms', arn, () => detailsOf(source, arn)),
      })),
    );
  },
};

async function detailsOf(source: Source, KeyId: string): Promise<KmsKeyDetails> {
  const { sdk, client } = await source.services.kms();
  const { KeyMetadata: key } = await client.send(new sdk.DescribeKeyCommand({ KeyId }));
  const details = {
    isCustomers: key?.KeyManager === 'CUSTOMER',
    isEnabled: key?.KeyState === 'Enabled',
    spec: key?.KeySpec ?? key?.CustomerMasterKeySpec ?? '',
    origin: key?.Origin ?? '',
  };
  const { isCustomers, isEnabled, spec, origin } = details;
  // Asked about any other key, KMS refuses: it can rotate none of them.
  if (!isCustomers || !isEnabled || spec !== 'SYMMETRIC_DEFAULT' || origin !== 'AWS_KMS')
    return { ...details, isRotated: null };
  const rotation = await client.send(new sdk.GetKeyRotationStatusCommand({ KeyId }));
  return { ...details, isRotated: rotation.KeyRotationEnabled === true };
}
