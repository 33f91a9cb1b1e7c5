import { databaseControl } from './database-control.ts';

/** Databases on the internet. */
export const publicDatabases = databaseControl({
  id: '2.2.3',
  v7: '3.2.3',
  title: 'No RDS instance has a public address',
  severity: 'critical',
  why: 'Everybody can try passwords and exploits against it.',
  remedy: {
    change: 'The instance keeps its private address only.',
    commands: [
      'aws rds modify-db-instance --region {region} --db-instance-identifier {resource} --no-publicly-accessible --apply-immediately',
    ],
    terraform: 'resource "aws_db_instance" "this" {\n  # of {resource}\n  publicly_accessible = false\n}',
    risk: 'Clients outside the VPC are cut off.',
    undo: 'aws rds modify-db-instance --region {region} --db-instance-identifier {resource} --publicly-accessible --apply-immediately',
    tool: {
      name: 'rds_secure_instance',
      input: { region: '{region}', database: '{resource}', setting: 'private' },
    },
  },
  isGood: ({ isPublic }) => !isPublic,
  good: 'It has no public address.',
  bad: 'It has a public address.',
});
