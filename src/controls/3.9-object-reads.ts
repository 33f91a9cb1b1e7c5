import { acrossControl } from './control.ts';
import { logsAllObjects } from './trail-events.ts';
import { oneTrail } from './trail-views.ts';

/** Reads of objects. */
export const objectReads = acrossControl({
  id: '3.9',
  v7: '4.9',
  title: 'Reads of the objects of every bucket are logged',
  section: 'Logging',
  severity: 'low',
  why: 'Otherwise nobody can tell who took the data.',
  remedy: {
    change: 'A trail over all regions logs reads of objects of every bucket too.',
    commands: [
      'aws cloudtrail put-event-selectors --trail-name <trail> --advanced-event-selectors file://selectors.json  # with eventCategory=Data, resources.type=AWS::S3::Object, readOnly=true beside those it has',
    ],
    terraform:
      'resource "aws_cloudtrail" "this" {\n  advanced_event_selector {\n    name = "S3 reads"\n    field_selector {\n      field  = "eventCategory"\n      equals = ["Data"]\n    }\n    field_selector {\n      field  = "resources.type"\n      equals = ["AWS::S3::Object"]\n    }\n    field_selector {\n      field  = "readOnly"\n      equals = ["true"]\n    }\n  }\n}',
    risk: 'Data events cost by the event: on busy buckets that is much.',
    undo: 'Put the earlier event selectors again.',
  },
  reads: { account: [], regions: ['trails', 'trail-status', 'trail-selectors'] },
  judge: ({ regions }, { missing }) =>
    oneTrail(regions, logsAllObjects('read'), {
      missing,
      good: 'A trail over all regions logs reads of objects of every bucket',
      bad: 'No trail over all regions that is logging logs reads of objects of every bucket.',
    }),
});
