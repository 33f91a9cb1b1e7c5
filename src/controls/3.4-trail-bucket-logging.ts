import type { AuditOutcome } from '../contracts/audit.ts';
import { accountPasses, acrossControl, unread } from './control.ts';

/** Access logs of the trails' buckets. */
export const trailBucketLogging = acrossControl({
  id: '3.4',
  v7: '4.4',
  title: 'Access to the buckets that trails write to is logged',
  section: 'Logging',
  severity: 'low',
  why: 'Whoever looks for traces of an intruder wants to know who else looked at the logs.',
  remedy: {
    change: 'S3 writes an access log of the bucket to another bucket.',
    commands: [
      'aws s3api put-bucket-logging --bucket {resource} --bucket-logging-status \'{"LoggingEnabled":{"TargetBucket":"<log bucket>","TargetPrefix":"{resource}/"}}\'',
    ],
    terraform:
      'resource "aws_s3_bucket_logging" "trail" {\n  bucket        = "{resource}"\n  target_bucket = "<log bucket>"\n  target_prefix = "{resource}/"\n}',
    risk: 'The log costs its storage.',
    undo: 'aws s3api put-bucket-logging --bucket {resource} --bucket-logging-status {}',
  },
  reads: { account: ['trail-bucket-logging'], regions: ['trails'] },
  judge: ({ account }, { missing }) => [
    ...account['trail-bucket-logging'].map(({ bucket, logging }): AuditOutcome => {
      if (logging === 'foreign') {
        const reason = 'The bucket belongs to another account: look there.';
        return { verdict: 'MANUAL', resource: bucket, region: null, reason };
      }
      if (logging.kind === 'failed') return { ...unread(bucket, logging.failure), region: null };
      return accountPasses(bucket, logging.value, {
        good: 'Access is logged.',
        bad: 'Access is not logged.',
      });
    }),
    ...missing,
  ],
});
