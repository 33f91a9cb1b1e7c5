import { eventsOf, monitoringControl, patternOf } from './monitoring-control.ts';

const names = [
  'PutBucketAcl',
  'PutBucketPolicy',
  'PutBucketCors',
  'PutBucketLifecycle',
  'PutBucketReplication',
  'DeleteBucketPolicy',
  'DeleteBucketCors',
  'DeleteBucketLifecycle',
  'DeleteBucketReplication',
];

/** Changes of buckets. */
export const bucketPolicyChanges = monitoringControl({
  id: '4.8',
  v7: '5.8',
  severity: 'medium',
  what: 'changes of bucket policies',
  events: eventsOf('s3.amazonaws.com', names),
  pattern: patternOf(names, '$.eventSource = s3.amazonaws.com'),
});
