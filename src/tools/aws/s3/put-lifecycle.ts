import { z } from 'zod';
import type { LifecycleRule } from '../../../clients/aws/sdk/s3.ts';
import { lifecycleOf } from './bucket-settings.ts';
import { settingChange } from './setting-tool.ts';

const days = z.number().int().min(1).max(36_500).nullish();
const rule = z.object({
  id: z.string().min(1).max(255),
  prefix: z.string().max(1024).nullish().describe('Only keys that start with this. Default: all.'),
  enabled: z.boolean().nullish().describe('Default: true.'),
  expireAfterDays: days.describe('Objects expire this many days after they were made.'),
  expireOldVersionsAfterDays: days.describe('Versions expire this many days after they were replaced.'),
  abortUploadsAfterDays: days.describe('Unfinished uploads in parts are given up after this many days.'),
  moves: z
    .array(
      z.object({
        afterDays: z.number().int().min(0).max(36_500),
        storageClass: z.enum([
          'STANDARD_IA',
          'ONEZONE_IA',
          'INTELLIGENT_TIERING',
          'GLACIER_IR',
          'GLACIER',
          'DEEP_ARCHIVE',
        ]),
      }),
    )
    .max(6)
    .nullish(),
});

export const putLifecycle = settingChange({
  name: 's3_put_lifecycle',
  description:
    'Replaces all rules by which objects of an S3 bucket move to other storage or expire. What a rule expires is gone.',
  risk: 'destructive',
  undo: { kind: 'manual', how: 'Set the rules that the plan shows again; what expired meanwhile is gone.' },
  reads: 's3:GetLifecycleConfiguration',
  writes: 's3:PutLifecycleConfiguration',
  setting: z.array(rule).min(1).max(50),
  example: [{ id: 'unfinished-uploads', abortUploadsAfterDays: 7 }],
  read: lifecycleOf,
  summary: (rules, before) =>
    `Replaces ${before.length} lifecycle rules by ${rules.length} (${rules.map(effectOf).join('; ')})`,
  objection(rules) {
    const ids = rules.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) return `two rules have the id ${twice}; each needs one of its own.`;
    const idle = rules.find(given => effectOf(given).endsWith(': nothing'));
    return idle === undefined ? undefined : `the rule ${idle.id} does nothing; say what it should do.`;
  },
  async write(aws, { bucket, setting }, abortSignal) {
    const { sdk, client } = await aws.s3();
    await client.send(
      new sdk.PutBucketLifecycleConfigurationCommand({
        Bucket: bucket,
        LifecycleConfiguration: { Rules: setting.map(ruleOf) },
      }),
      { abortSignal },
    );
  },
});

type Rule = z.output<typeof rule>;

function effectOf({ id, ...given }: Rule): string {
  const effects = [
    typeof given.expireAfterDays === 'number' && `expires after ${given.expireAfterDays} days`,
    typeof given.expireOldVersionsAfterDays === 'number' &&
      `old versions expire after ${given.expireOldVersionsAfterDays} days`,
    typeof given.abortUploadsAfterDays === 'number' &&
      `uploads are given up after ${given.abortUploadsAfterDays} days`,
    ...(given.moves ?? []).map(
      ({ afterDays, storageClass }) => `moves to ${storageClass} after ${afterDays} days`,
    ),
  ].filter(effect => effect !== false);
  return `${id}: ${effects.join(', ') || 'nothing'}`;
}

function ruleOf(given: Rule): LifecycleRule {
  const { expireAfterDays, expireOldVersionsAfterDays, abortUploadsAfterDays, moves } = given;
  return {
    ID: given.id,
    Status: given.enabled === false ? 'Disabled' : 'Enabled',
    Filter: { Prefix: given.prefix ?? '' },
    ...(typeof expireAfterDays === 'number' && { Expiration: { Days: expireAfterDays } }),
    ...(typeof expireOldVersionsAfterDays === 'number' && {
      NoncurrentVersionExpiration: { NoncurrentDays: expireOldVersionsAfterDays },
    }),
    ...(typeof abortUploadsAfterDays === 'number' && {
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: abortUploadsAfterDays },
    }),
    ...(moves?.length && {
      Transitions: moves.map(({ afterDays, storageClass }) => ({
        Days: afterDays,
        StorageClass: storageClass,
      })),
    }),
  };
}
