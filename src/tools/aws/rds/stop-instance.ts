import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import {
  type DatabaseChange,
  databaseIn,
  databaseParameters,
  databaseStatus,
  planDatabaseChange,
} from './database-change.ts';

const change: DatabaseChange = {
  tool: 'rds_stop_instance',
  action: 'rds:StopDBInstance',
  from: 'available',
  summary: database =>
    `Stops the database ${database}, which cuts off whoever uses it, until it is started or seven days have passed,`,
};

export const stopDatabase = changingTool({
  name: change.tool,
  description:
    'Stops an RDS database: whoever uses it is cut off. AWS starts it again by itself after seven days.',
  risk: 'write',
  permissions: { iam: ['rds:DescribeDBInstances', change.action] },
  undo: { kind: 'tool', tool: 'rds_start_instance' },
  idempotent: true,
  parameters: databaseParameters,
  example: { region: 'eu-central-1', database: 'orders' },
  plan: ({ database }, { signal }, aws) => planDatabaseChange(change, { database, signal, aws }),
  async act({ database }, { signal }, aws) {
    const { sdk, client } = await aws.rds();
    const command = new sdk.StopDBInstanceCommand({ DBInstanceIdentifier: database });
    const { DBInstance: changed } = await client.send(command, { abortSignal: signal });
    return { kind: 'ok', value: { database, status: changed?.DBInstanceStatus, region: aws.region } };
  },
  verify: ({ database }, { signal }, aws) => databaseStatus(database, signal, aws),
  reconcile: ({ database }, { signal }, aws) => databaseIn(['stopping', 'stopped'], database, signal, aws),
});
