import { acrossControl } from './control.ts';
import { logsAllObjects } from './trail-events.ts';
import { oneTrail } from './trail-views.ts';

/** Writes to objects. */
export const objectWrites = acrossControl({
  id: '3.8',
  v7: '4.8',
  title: 'Writes to the objects of every bucket are logged',
  section: 'Logging',
  severity: 'low',
  why: 'Otherwise nobody can tell who overwrote or deleted an object.',
  remedy: {
    change: 'A trail over all regions logs writes to objects of every bucket too.',
    commands: [
      'aws cloudtrail put-event-selectors --trail-name <trail> --advanced-event-selectors file://selectors.json  # with eventCategory=Data, resources.type=AWS::S3::Object, readOnly=false beside those it has',
    ],
    terraform:
      'resource "aws_cloudtrail" "this" {\n  advanced_event_selector {\n    name = "S3 writes"\n    field_selector {\n      field  = "eventCategory"\n      equals = ["Data"]\n    }\n    field_selector {\n      field  = "resources.type"\n      equals = ["AWS::S3::Object"]\n    }\n    field_selector {\n      field  = "readOnly"\n      equals = ["false"]\n    }\n  }\n}',
    risk: 'Data events cost by the event: on busy buckets that is much.',
    undo: 'Put the earlier event selectors again.',
  },
  reads: { account: [], regions: ['trails', 'trail-status', 'trail-selectors'] },
  judge: ({ regions }, { missing }) =>
    oneTrail(regions, logsAllObjects('write'), {
      missing,
      good: 'A trail over all regions logs writes to objects of every bucket',
      bad: 'No trail over all regions that is logging logs writes to objects of every bucket.',
    }),
});
