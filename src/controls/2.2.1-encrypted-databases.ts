import { databaseControl } from './database-control.ts';

/** Encryption of databases. */
export const encryptedDatabases = databaseControl({
  id: '2.2.1',
  v7: '3.2.1',
  title: 'RDS instances are encrypted',
  severity: 'high',
  why: 'Storage, backups and snapshots can be read by whoever gets hold of them.',
  remedy: {
    change:
      'A copy from an encrypted snapshot takes the instance’s place: encryption cannot be turned on later.',
    commands: [
      'aws rds create-db-snapshot --region {region} --db-instance-identifier {resource} --db-snapshot-identifier {resource}-plain',
      'aws rds copy-db-snapshot --region {region} --source-db-snapshot-identifier {resource}-plain --target-db-snapshot-identifier {resource}-encrypted --kms-key-id <key>',
      'aws rds restore-db-instance-from-db-snapshot --region {region} --db-instance-identifier {resource}-new --db-snapshot-identifier {resource}-encrypted',
    ],
    terraform:
      'resource "aws_db_instance" "this" {\n  # of {resource}\n  storage_encrypted = true # replaces the instance\n}',
    risk: 'The database is down, or read-only, while it moves; its address changes.',
    undo: 'Go back to the old instance while it is kept.',
  },
  isGood: ({ isEncrypted }) => isEncrypted,
  good: 'Its storage is encrypted.',
  bad: 'Its storage is not encrypted.',
});
