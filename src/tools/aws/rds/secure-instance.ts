import { z } from 'zod';
import { type AwsClients, changingTool } from '../../aws-calls/define-aws-tool.ts';
import { databaseParameters } from './database-change.ts';
import { tagsOf } from './shown-instance.ts';

const name = 'rds_secure_instance';

/** What each setting does to whoever uses the database. */
const consequences = {
  private: 'it loses its public address, and clients outside the VPC are cut off',
  minorUpgrades: 'it takes minor versions in its maintenance window, with a short restart',
  multiZone: 'it gets a standby in another zone, which about doubles its price',
} as const;

const settings = ['private', 'minorUpgrades', 'multiZone'] as const;
type Settings = Readonly<Record<(typeof settings)[number], boolean>>;

export const secureDatabase = changingTool({
  name,
  description:
    'Sets one thing of an RDS database right: no public address, minor versions by itself, or a standby in another zone. Nothing is ever loosened.',
  risk: 'destructive',
  permissions: { iam: ['rds:DescribeDBInstances', 'rds:ModifyDBInstance'] },
  undo: { kind: 'manual', how: 'Set what the plan shows again in the console.' },
  idempotent: true,
  parameters: databaseParameters.extend({ setting: z.enum(settings).describe('What is set right.') }),
  example: { region: 'eu-central-1', database: 'orders', setting: 'private' },
  async plan({ database, setting }, { signal }, aws) {
    const found = await databaseNamed(aws, database, signal);
    const arn = found?.DBInstanceArn;
    if (found === undefined || arn === undefined)
      return refused('aws-not-found', `there is no database "${database}" in ${aws.region}.`);
    const before = settingsOf(found);
    if (before[setting]) return refused('not-possible', `${database} has that already.`);
    if (found.DBClusterIdentifier !== undefined && setting === 'multiZone')
      return refused('cluster-member', `${database} belongs to a cluster, which has zones of its own.`);
    return {
      kind: 'plan',
      summary: `Changes the database ${database} in ${aws.region} at once: ${consequences[setting]}.`,
      checkedBy: 'pre-check',
      before,
      targets: [{ arn, tags: tagsOf(found) }],
      grants: [{ actions: ['rds:ModifyDBInstance'], resources: [arn] }],
    };
  },
  async act({ database, setting }, { signal }, aws) {
    const { sdk, client } = await aws.rds();
    const command = new sdk.ModifyDBInstanceCommand({
      DBInstanceIdentifier: database,
      ApplyImmediately: true,
      ...(setting === 'private' && { PubliclyAccessible: false }),
      ...(setting === 'minorUpgrades' && { AutoMinorVersionUpgrade: true }),
      ...(setting === 'multiZone' && { MultiAZ: true }),
    });
    await client.send(command, { abortSignal: signal });
    return { kind: 'ok', value: { database, setting, region: aws.region } };
  },
  async verify({ database }, { signal }, aws) {
    const found = await databaseNamed(aws, database, signal);
    return found && { ...settingsOf(found), status: found.DBInstanceStatus };
  },
});

function refused(code: string, why: string) {
  return { kind: 'refused', code, message: `${name}: ${why}` } as const;
}

async function databaseNamed(aws: AwsClients, database: string, abortSignal: AbortSignal) {
  const { sdk, client } = await aws.rds();
  const command = new sdk.DescribeDBInstancesCommand({ DBInstanceIdentifier: database });
  return (await client.send(command, { abortSignal })).DBInstances?.[0];
}

function settingsOf(database: {
  readonly PubliclyAccessible?: boolean | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly MultiAZ?: boolean | undefined;
}): Settings {
  return {
    private: database.PubliclyAccessible !== true,
    minorUpgrades: database.AutoMinorVersionUpgrade === true,
    multiZone: database.MultiAZ === true,
  };
}
