import { trailControl } from './trail-control.ts';

/** Validation of log files. */
export const logFileValidation = trailControl({
  id: '3.2',
  v7: '4.2',
  title: 'Trails validate their log files',
  severity: 'medium',
  why: 'Otherwise nobody can tell whether a log file was changed or deleted.',
  remedy: {
    change: 'CloudTrail writes signed digests beside the log files.',
    commands: [
      'aws cloudtrail update-trail --region {region} --name {resource} --enable-log-file-validation',
    ],
    terraform:
      'resource "aws_cloudtrail" "this" {\n  # of {resource}\n  enable_log_file_validation = true\n}',
    risk: 'None.',
    undo: 'aws cloudtrail update-trail --region {region} --name {resource} --no-enable-log-file-validation',
  },
  isGood: trail => trail.hasValidation,
  good: 'Its log files are validated.',
  bad: 'Its log files are not validated.',
});
