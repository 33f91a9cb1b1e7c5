import { databaseControl } from './database-control.ts';

/** Minor upgrades of databases. */
export const minorUpgrades = databaseControl({
  id: '2.2.2',
  v7: '3.2.2',
  title: 'RDS instances take minor versions by themselves',
  severity: 'low',
  why: 'Known holes stay open until somebody remembers.',
  remedy: {
    change: 'Minor versions are installed in the maintenance window.',
    commands: [
      'aws rds modify-db-instance --region {region} --db-instance-identifier {resource} --auto-minor-version-upgrade',
    ],
    terraform:
      'resource "aws_db_instance" "this" {\n  # of {resource}\n  auto_minor_version_upgrade = true\n}',
    risk: 'The instance restarts in its maintenance window when a version comes out.',
    undo: 'aws rds modify-db-instance --region {region} --db-instance-identifier {resource} --no-auto-minor-version-upgrade',
    tool: {
      name: 'rds_secure_instance',
      input: { region: '{region}', database: '{resource}', setting: 'minorUpgrades' },
    },
  },
  isGood: ({ hasMinorUpgrades }) => hasMinorUpgrades,
  good: 'Minor versions come by themselves.',
  bad: 'Minor versions do not come by themselves.',
});
