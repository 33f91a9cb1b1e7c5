import { acrossControl } from './control.ts';
import { logsAllManagementEvents } from './trail-events.ts';
import { oneTrail } from './trail-views.ts';

/** A trail over everything. */
export const allRegionTrail = acrossControl({
  id: '3.1',
  v7: '4.1',
  title: 'A trail logs all management events of all regions',
  section: 'Logging',
  severity: 'high',
  why: 'Without it nobody can tell afterwards who did what.',
  remedy: {
    change: 'A trail over all regions logs every management event to a bucket of its own.',
    commands: [
      'aws cloudtrail create-trail --name all --s3-bucket-name <bucket> --is-multi-region-trail --enable-log-file-validation',
      'aws cloudtrail put-event-selectors --trail-name all --event-selectors ReadWriteType=All,IncludeManagementEvents=true',
      'aws cloudtrail start-logging --name all',
    ],
    terraform:
      'resource "aws_cloudtrail" "all" {\n  name                       = "all"\n  s3_bucket_name             = "<bucket>"\n  is_multi_region_trail      = true\n  enable_log_file_validation = true\n}',
    risk: 'The first trail of management events is free, further ones cost; the bucket’s policy must let CloudTrail write.',
    undo: 'Delete the new trail by hand: no tool of this product stops or deletes trails.',
  },
  reads: { account: [], regions: ['trails', 'trail-status', 'trail-selectors'] },
  judge: ({ regions }, { missing }) =>
    oneTrail(regions, logsAllManagementEvents, {
      missing,
      good: 'A trail over all regions logs all management events',
      bad: 'No trail over all regions that is logging logs all management events.',
    }),
});
