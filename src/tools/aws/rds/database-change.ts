import { z } from 'zod';
import type { ToolAnswer, ToolRefusal } from '../../../contracts/tool.ts';
import type { AwsClients, AwsPlan } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { tagsOf } from './shown-instance.ts';

/** One database, by its identifier. */
export const databaseParameters = z.object({
  region,
  database: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,62}$/, 'the identifier of a database'),
});

/** A change of state that AWS makes from one state alone. */
export type DatabaseChange = {
  readonly tool: string;
  readonly action: 'rds:StartDBInstance' | 'rds:StopDBInstance' | 'rds:RebootDBInstance';
  /** The state it needs. */
  readonly from: 'available' | 'stopped';
  /** What it does, with its consequence: "Stops …". */
  readonly summary: (database: string) => string;
};

/** The plan of such a change, or why it cannot be made now. */
export async function planDatabaseChange(
  { tool, action, from, summary }: DatabaseChange,
  {
    database,
    signal,
    aws,
  }: { readonly database: string; readonly signal: AbortSignal; readonly aws: AwsClients },
): Promise<AwsPlan | ToolRefusal> {
  const { sdk, client } = await aws.rds();
  const command = new sdk.DescribeDBInstancesCommand({ DBInstanceIdentifier: database });
  const { DBInstances: [found] = [] } = await client.send(command, { abortSignal: signal });
  const arn = found?.DBInstanceArn;
  if (found === undefined || arn === undefined) {
    const message = `${tool}: there is no database "${database}" in ${aws.region}. rds_list_instances shows them.`;
    return { kind: 'refused', code: 'aws-not-found', message };
  }
  if (found.DBInstanceStatus !== from) {
    const message = `${tool}: ${database} in ${aws.region} is "${found.DBInstanceStatus ?? 'unknown'}"; it must be "${from}".`;
    return { kind: 'refused', code: 'wrong-state', message };
  }
  if (action !== 'rds:RebootDBInstance' && found.DBClusterIdentifier !== undefined) {
    const message = `${tool}: ${database} is a member of the cluster ${found.DBClusterIdentifier}, whose members cannot be started or stopped one by one.`;
    return { kind: 'refused', code: 'cluster-member', message };
  }
  return {
    kind: 'plan',
    summary: `${summary(database)} in ${aws.region}.`,
    checkedBy: 'pre-check',
    before: { database, status: found.DBInstanceStatus, class: found.DBInstanceClass },
    targets: [{ arn, tags: tagsOf(found) }],
    grants: [{ actions: [action], resources: [arn] }],
  };
}

/** Whether a database is on its way out of one state, asked after a crash in the middle of a change. */
export async function databaseIn(
  states: readonly string[],
  database: string,
  signal: AbortSignal,
  aws: AwsClients,
): Promise<ToolAnswer | undefined> {
  const { status } = await databaseStatus(database, signal, aws);
  if (status === undefined || !states.includes(status)) return undefined;
  return { kind: 'ok', value: { database, status, region: aws.region } };
}

/** The state after a change. */
export async function databaseStatus(database: string, signal: AbortSignal, aws: AwsClients) {
  const { sdk, client } = await aws.rds();
  const command = new sdk.DescribeDBInstancesCommand({ DBInstanceIdentifier: database });
  const { DBInstances: [found] = [] } = await client.send(command, { abortSignal: signal });
  return { database, status: found?.DBInstanceStatus };
}
