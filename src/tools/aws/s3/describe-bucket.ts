import { z } from 'zod';
import type { Grant } from '../../../clients/aws/sdk/s3.ts';
import { type AwsClients, readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { makesPublic } from '../policy-documents/judge-policy.ts';
import {
  encryptionOf,
  lifecycleOf,
  loggingOf,
  policyOf,
  publicAccessBlockOf,
  versioningOf,
} from './bucket-settings.ts';
import { bucketTarget } from './bucket-target.ts';
import { bucket } from './parameters.ts';

export const describeBucket = readTool({
  name: 's3_describe_bucket',
  description:
    'Describes an S3 bucket: where it is, versioning, encryption, logging, lifecycle, public access block, who its policy and its access list let in, and tags.',
  permissions: {
    iam: [
      's3:GetBucketLocation',
      's3:GetBucketVersioning',
      's3:GetEncryptionConfiguration',
      's3:GetBucketLogging',
      's3:GetLifecycleConfiguration',
      's3:GetBucketPublicAccessBlock',
      's3:GetBucketPolicy',
      's3:GetBucketAcl',
      's3:GetBucketTagging',
    ],
  },
  parameters: z.object({ region, bucket }),
  example: { region: 'eu-central-1', bucket: 'reports-2026' },
  async handle(input, { signal }, aws) {
    const name = input.bucket;
    const [home, versioning, encryption, logging, lifecycle, publicAccessBlock, policy, granted, { tags }] =
      await Promise.all([
        regionOf(aws, name, signal),
        versioningOf(aws, name, signal),
        encryptionOf(aws, name, signal),
        loggingOf(aws, name, signal),
        lifecycleOf(aws, name, signal),
        publicAccessBlockOf(aws, name, signal),
        policyOf(aws, name, signal),
        accessListOf(aws, name, signal),
        bucketTarget(aws, name, signal),
      ]);
    const value = {
      bucket: name,
      region: home,
      versioning,
      encryption,
      logging,
      lifecycleRules: lifecycle.map(({ ID, Status }) => ({ id: ID, enabled: Status === 'Enabled' })),
      publicAccessBlock,
      policy: { exists: policy !== null, public: policy === null ? [] : makesPublic(policy) },
      accessList: granted.map(shownGrant),
      tags,
    };
    return { kind: 'ok', value };
  },
});

/** The oldest regions have names of their own there: none is us-east-1, `EU` is eu-west-1. */
async function regionOf(aws: AwsClients, name: string, abortSignal: AbortSignal): Promise<string> {
  const { sdk, client } = await aws.s3();
  const found = await client.send(new sdk.GetBucketLocationCommand({ Bucket: name }), { abortSignal });
  const place: string = found.LocationConstraint ?? '';
  return place === '' ? 'us-east-1' : place === 'EU' ? 'eu-west-1' : place;
}

async function accessListOf(
  aws: AwsClients,
  name: string,
  abortSignal: AbortSignal,
): Promise<readonly Grant[]> {
  const { sdk, client } = await aws.s3();
  const found = await client.send(new sdk.GetBucketAclCommand({ Bucket: name }), { abortSignal });
  return found.Grants ?? [];
}

/** Groups end in `AllUsers`, which is everybody, `AuthenticatedUsers`, which is every AWS account, or `LogDelivery`. */
function shownGrant({ Grantee, Permission }: Grant) {
  const group = Grantee?.URI?.split('/').at(-1);
  return {
    to: group ?? Grantee?.ID ?? Grantee?.EmailAddress,
    may: Permission,
    public: group === 'AllUsers' || group === 'AuthenticatedUsers',
  };
}
