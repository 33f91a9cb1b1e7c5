import { describe, expect, it } from 'vitest';
import { createFakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';

const arn = 'arn:aws:rds:eu-central-1:111122223333:db:orders';

function account(database: object = {}) {
  const shown = {
    DBInstanceIdentifier: 'orders',
    DBInstanceArn: arn,
    DBInstanceStatus: 'available',
    DBInstanceClass: 'db.t3.micro',
    TagList: { Tag: [{ Key: 'team', Value: 'shop' }] },
    ...database,
  };
  const changed = () => ({ DBInstance: { ...shown, DBInstanceStatus: 'changing' } });
  return createFakeAws({
    'rds:DescribeDBInstances': () => ({ DBInstances: { DBInstance: [shown] } }),
    'rds:DescribeDBClusters': () => ({
      DBClusters: { DBCluster: [{ DBClusterIdentifier: 'main', Status: 'available' }] },
    }),
    'rds:StartDBInstance': changed,
    'rds:StopDBInstance': changed,
    'rds:RebootDBInstance': changed,
  });
}

describe('RDS', () => {
  it('lists databases and clusters in the named region', async () => {
    const aws = account();
    const region = 'eu-west-3';
    expect(await callAwsTool(aws, 'rds_list_instances', { region })).toMatchObject({
      value: { databases: [{ id: 'orders', status: 'available', tags: { team: 'shop' } }] },
    });
    expect(await callAwsTool(aws, 'rds_list_clusters', { region })).toMatchObject({
      value: { clusters: [{ id: 'main' }] },
    });
    expect(new Set(aws.calls.map(call => call.region))).toEqual(new Set([region]));
  });

  it.each([
    ['rds_start_instance', 'rds:StartDBInstance', 'stopped'],
    ['rds_stop_instance', 'rds:StopDBInstance', 'available'],
    ['rds_reboot_instance', 'rds:RebootDBInstance', 'available'],
  ])('%s waits for an approval and allows itself alone', async (tool, action, status) => {
    const aws = account({ DBInstanceStatus: status });
    const input = { database: 'orders' };
    expect(await callAwsTool(aws, tool, input)).toMatchObject({
      kind: 'needs-approval',
      plan: { before: { status }, grants: [{ actions: [action], resources: [arn] }] },
    });
    expect(aws.actions()).not.toContain(action);
    expect(await callAwsTool(aws, tool, input, { approvedBy: 'hubot' })).toMatchObject({
      kind: 'ok',
      value: { status: 'changing' },
    });
    expect(aws.actions()).toContain(action);
  });

  it.each([
    ['rds_start_instance', {}, 'wrong-state'],
    ['rds_stop_instance', { DBInstanceStatus: 'backing-up' }, 'wrong-state'],
    ['rds_stop_instance', { DBClusterIdentifier: 'main' }, 'cluster-member'],
  ])('%s is refused for %j', async (tool, database, code) => {
    const result = await callAwsTool(
      account(database),
      tool,
      { database: 'orders' },
      { approvedBy: 'hubot' },
    );
    expect(result).toMatchObject({ kind: 'refused', code });
  });
});
