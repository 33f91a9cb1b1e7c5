import { databaseControl } from './database-control.ts';

/** Databases in two zones. */
export const multiZoneDatabases = databaseControl({
  id: '2.2.4',
  v7: '3.2.4',
  title: 'RDS instances have a standby in another zone',
  severity: 'low',
  why: 'The failure of one zone is an outage otherwise.',
  remedy: {
    change: 'A standby is kept in another zone.',
    commands: [
      'aws rds modify-db-instance --region {region} --db-instance-identifier {resource} --multi-az --apply-immediately',
    ],
    terraform: 'resource "aws_db_instance" "this" {\n  # of {resource}\n  multi_az = true\n}',
    risk: 'The instance costs about twice as much; making the standby slows it for a while.',
    undo: 'aws rds modify-db-instance --region {region} --db-instance-identifier {resource} --no-multi-az --apply-immediately',
    tool: {
      name: 'rds_secure_instance',
      input: { region: '{region}', database: '{resource}', setting: 'multiZone' },
    },
  },
  isGood: ({ isMultiZone }) => isMultiZone,
  good: 'It has a standby in another zone.',
  bad: 'It runs in one zone.',
});
