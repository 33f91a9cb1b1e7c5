import type { AuditOutcome } from '../contracts/audit.ts';
import { accountControl, accountPasses, unread, wholeAccount } from './control.ts';
import type { PublicAccessBlock } from './snapshot.ts';

const none: PublicAccessBlock = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};
const settings = [
  'blockPublicAcls',
  'ignorePublicAcls',
  'blockPublicPolicy',
  'restrictPublicBuckets',
] as const;

/** Block public access. */
export const publicAccessBlock = accountControl({
  id: '2.1.4',
  v7: '3.1.4',
  title: 'Every bucket blocks public access, by its own settings or the account’s',
  section: 'Storage',
  severity: 'high',
  why: 'One wrong ACL or policy makes a bucket public otherwise.',
  remedy: {
    change: 'All four settings are on for the bucket; for the whole account they can be set at once.',
    commands: [
      'aws s3api put-public-access-block --bucket {resource} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    ],
    terraform:
      'resource "aws_s3_bucket_public_access_block" "this" {\n  bucket                  = "{resource}"\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
    risk: 'What is public on purpose, a website for example, no longer is.',
    undo: 'aws s3api delete-public-access-block --bucket {resource}',
    tool: { name: 's3_put_public_access_block', input: { bucket: '{resource}', setting: {} } },
  },
  reads: ['bucket-public-access-blocks', 'account-public-access-block'],
  judge: values => {
    const ofAccount = values['account-public-access-block'] ?? none;
    return values['bucket-public-access-blocks'].map(({ bucket, block }): AuditOutcome => {
      const isCovered = settings.every(setting => ofAccount[setting]);
      if (isCovered)
        return accountPasses(bucket, true, { good: `The ${wholeAccount}’s settings block it.`, bad: '' });
      if (block.kind === 'failed') return { ...unread(bucket, block.failure), region: null };
      const own = block.value ?? none;
      const open = settings.filter(setting => !own[setting] && !ofAccount[setting]);
      return accountPasses(bucket, open.length === 0, {
        good: 'All four settings are on.',
        bad: `Off for the bucket and for the account: ${open.join(', ')}.`,
      });
    });
  },
});
