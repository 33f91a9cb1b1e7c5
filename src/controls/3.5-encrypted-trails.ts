import { trailControl } from './trail-control.ts';

/** Encryption of trails. */
export const encryptedTrails = trailControl({
  id: '3.5',
  v7: '4.5',
  title: 'Trails encrypt their log files with a KMS key',
  severity: 'medium',
  why: 'Then reading the logs takes the key as well as the bucket.',
  remedy: {
    change: 'CloudTrail encrypts log files from now on with a key whose policy lets it.',
    commands: ['aws cloudtrail update-trail --region {region} --name {resource} --kms-key-id <key>'],
    terraform: 'resource "aws_cloudtrail" "this" {\n  # of {resource}\n  kms_key_id = "<key arn>"\n}',
    risk: 'With a wrong key policy CloudTrail stops delivering; readers need kms:Decrypt.',
    undo: 'aws cloudtrail update-trail --region {region} --name {resource} --kms-key-id ""',
  },
  isGood: trail => trail.keyId !== null,
  good: 'Its log files are encrypted with a KMS key.',
  bad: 'Its log files are not encrypted with a KMS key.',
});
