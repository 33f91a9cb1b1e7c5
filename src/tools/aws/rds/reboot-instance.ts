import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import {
  type DatabaseChange,
  databaseParameters,
  databaseStatus,
  planDatabaseChange,
} from './database-change.ts';

const change: DatabaseChange = {
  tool: 'rds_reboot_instance',
  action: 'rds:RebootDBInstance',
  from: 'available',
  summary: database => `Restarts the database ${database}, which breaks its connections,`,
};

export const rebootDatabase = changingTool({
  name: change.tool,
  description: 'Restarts an RDS database: its connections break, and it is away for some minutes.',
  risk: 'destructive',
  permissions: { iam: ['rds:DescribeDBInstances', change.action] },
  undo: {
    kind: 'manual',
    how: 'Nothing to take back: it comes up by itself. Connections that broke are lost.',
  },
  idempotent: false,
  parameters: databaseParameters,
  example: { region: 'eu-central-1', database: 'orders' },
  plan: ({ database }, { signal }, aws) => planDatabaseChange(change, { database, signal, aws }),
  async act({ database }, { signal }, aws) {
    const { sdk, client } = await aws.rds();
    const command = new sdk.RebootDBInstanceCommand({ DBInstanceIdentifier: database });
    const { DBInstance: changed } = await client.send(command, { abortSignal: signal });
    return { kind: 'ok', value: { database, status: changed?.DBInstanceStatus, region: aws.region } };
  },
  verify: ({ database }, { signal }, aws) => databaseStatus(database, signal, aws),
});
