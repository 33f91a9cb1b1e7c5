import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import {
  type DatabaseChange,
  databaseIn,
  databaseParameters,
  databaseStatus,
  planDatabaseChange,
} from './database-change.ts';

const change: DatabaseChange = {
  tool: 'rds_start_instance',
  action: 'rds:StartDBInstance',
  from: 'stopped',
  summary: database => `Starts the database ${database}`,
};

export const startDatabase = changingTool({
  name: change.tool,
  description: 'Starts a stopped RDS database.',
  risk: 'write',
  permissions: { iam: ['rds:DescribeDBInstances', change.action] },
  undo: { kind: 'tool', tool: 'rds_stop_instance' },
  idempotent: true,
  parameters: databaseParameters,
  example: { region: 'eu-central-1', database: 'orders' },
  plan: ({ database }, { signal }, aws) => planDatabaseChange(change, { database, signal, aws }),
  async act({ database }, { signal }, aws) {
    const { sdk, client } = await aws.rds();
    const command = new sdk.StartDBInstanceCommand({ DBInstanceIdentifier: database });
    const { DBInstance: changed } = await client.send(command, { abortSignal: signal });
    return { kind: 'ok', value: { database, status: changed?.DBInstanceStatus, region: aws.region } };
  },
  verify: ({ database }, { signal }, aws) => databaseStatus(database, signal, aws),
  reconcile: ({ database }, { signal }, aws) =>
    databaseIn(
      ['starting', 'configuring-enhanced-monitoring', 'backing-up', 'available'],
      database,
      signal,
      aws,
    ),
});
