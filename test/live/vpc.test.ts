import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callLive, liveEndpoint, liveServices, liveTitle, uniqueName } from './live-aws.ts';

const region = 'eu-west-1';
const createdIds = z.object({ created: z.array(z.string()).min(1) });

async function change(tool: string, input: object): Promise<unknown> {
  const waiting = await callLive(tool, { region, ...input });
  expect([tool, waiting.kind, 'message' in waiting ? waiting.message : '']).toEqual([
    tool,
    'needs-approval',
    '',
  ]);
  const done = await callLive(tool, { region, ...input }, { approve: true });
  expect([tool, done.kind, 'message' in done ? done.message : '']).toEqual([tool, 'ok', '']);
  return done.kind === 'ok' ? done.value : undefined;
}

async function create(tool: string, input: object): Promise<string> {
  return createdIds.parse(await change(tool, input)).created[0] ?? '';
}

async function read(tool: string, input: object): Promise<string> {
  const result = await callLive(tool, { region, ...input });
  expect([tool, result.kind, 'message' in result ? result.message : '']).toEqual([tool, 'ok', '']);
  return JSON.stringify(result);
}

describe.skipIf(liveEndpoint === undefined)(`VPC live${liveTitle}`, () => {
  it('builds a network to the internet and takes it down again', async () => {
    const vpcId = await create('vpc_create_vpc', { cidr: '10.81.0.0/16', name: uniqueName('devops') });
    const subnetId = await create('vpc_create_subnet', { vpcId, cidr: '10.81.1.0/24', zone: 'eu-west-1a' });
    expect(await read('vpc_list_subnets', { vpcId })).toContain(subnetId);
    const internetGatewayId = await create('vpc_create_internet_gateway', {});
    await change('vpc_attach_internet_gateway', { internetGatewayId, vpcId });
    expect(await read('vpc_list_internet_gateways', { vpcId })).toContain(internetGatewayId);
    const routeTableId = await create('vpc_create_route_table', { vpcId });
    const destination = '0.0.0.0/0';
    await change('vpc_create_route', { routeTableId, destination, target: internetGatewayId });
    await change('vpc_associate_route_table', { routeTableId, subnetId });
    expect(await read('vpc_list_route_tables', { subnetId })).toContain(internetGatewayId);
    for (const [tool, input] of [
      ['vpc_delete_vpc', { vpcId }],
      ['vpc_delete_route_table', { routeTableId }],
      ['vpc_delete_internet_gateway', { internetGatewayId }],
      ['vpc_create_route', { routeTableId, destination, target: internetGatewayId }],
    ] as const) {
      expect(await callLive(tool, { region, ...input }, { approve: true })).toMatchObject({
        kind: 'refused',
        code: 'not-possible',
      });
    }
    await change('vpc_disassociate_route_table', { routeTableId, subnetId });
    await change('vpc_delete_route', { routeTableId, destination });
    await change('vpc_delete_route_table', { routeTableId });
    await change('vpc_detach_internet_gateway', { internetGatewayId, vpcId });
    await change('vpc_delete_internet_gateway', { internetGatewayId });
    await change('vpc_delete_subnet', { subnetId });
    await change('vpc_delete_vpc', { vpcId });
    expect(await callLive('vpc_delete_vpc', { region, vpcId }, { approve: true })).toMatchObject({
      kind: 'refused',
      code: 'aws-not-found',
    });
  });

  it('makes a NAT gateway with an elastic address', async () => {
    const { sdk, client } = await liveServices(region).ec2();
    const vpcId = await create('vpc_create_vpc', { cidr: '10.82.0.0/16' });
    const subnetId = await create('vpc_create_subnet', { vpcId, cidr: '10.82.1.0/24' });
    const { AllocationId } = await client.send(new sdk.AllocateAddressCommand({ Domain: 'vpc' }));
    const natGatewayId = await create('vpc_create_nat_gateway', { subnetId, allocationId: AllocationId });
    expect(await read('vpc_list_nat_gateways', { vpcId })).toContain(natGatewayId);
    const again = { region, subnetId, allocationId: AllocationId };
    expect(await callLive('vpc_create_nat_gateway', again)).toMatchObject({ kind: 'refused' });
    await change('vpc_delete_nat_gateway', { natGatewayId });
  });

  it('adds and takes entries of a network ACL', async () => {
    const vpcId = await create('vpc_create_vpc', { cidr: '10.83.0.0/16' });
    const listed = await read('vpc_list_network_acls', { vpcId });
    const networkAclId = /acl-[0-9a-f]+/.exec(listed)?.[0] ?? '';
    const entry = { networkAclId, direction: 'ingress', ruleNumber: 90 };
    const rule = { ...entry, action: 'deny', protocol: 'tcp', from: 22, cidr: '203.0.113.0/24' };
    await change('vpc_create_network_acl_entry', rule);
    expect(await read('vpc_describe_network_acl', { networkAclId })).toContain('203.0.113.0/24');
    await change('vpc_delete_network_acl_entry', entry);
    expect(await read('vpc_describe_network_acl', { networkAclId })).not.toContain('203.0.113.0/24');
    const open = { ...rule, region, action: 'allow', cidr: '0.0.0.0/0' };
    expect(await callLive('vpc_create_network_acl_entry', open)).toMatchObject({ code: 'open-to-world' });
    await change('vpc_delete_vpc', { vpcId });
  });

  it('records traffic into a bucket', async () => {
    const { sdk, client } = await liveServices(region).s3();
    const bucket = uniqueName('flow-logs');
    await client.send(
      new sdk.CreateBucketCommand({
        Bucket: bucket,
        CreateBucketConfiguration: { LocationConstraint: region },
      }),
    );
    const vpcId = await create('vpc_create_vpc', { cidr: '10.84.0.0/16' });
    const flowLogId = await create('vpc_create_flow_log', {
      resourceId: vpcId,
      bucketArn: `arn:aws:s3:::${bucket}`,
    });
    expect(await read('vpc_list_flow_logs', { resourceId: vpcId })).toContain(flowLogId);
    await change('vpc_delete_flow_log', { flowLogId });
    await change('vpc_delete_vpc', { vpcId });
  });

  it('connects two VPCs', async () => {
    const vpcId = await create('vpc_create_vpc', { cidr: '10.85.0.0/16' });
    const peerVpcId = await create('vpc_create_vpc', { cidr: '10.86.0.0/16' });
    const peeringId = await create('vpc_create_peering', { vpcId, peerVpcId });
    expect(await read('vpc_list_peerings', {})).toContain(peeringId);
    await change('vpc_accept_peering', { peeringId });
    expect(await read('vpc_describe_peering', { peeringId })).toContain('"active"');
    await change('vpc_delete_peering', { peeringId });
    await change('vpc_delete_vpc', { vpcId });
    await change('vpc_delete_vpc', { vpcId: peerVpcId });
  });

  it('explains what the internet reaches, and what it does not', async () => {
    const { sdk, client } = await liveServices(region).ec2();
    const { Images = [] } = await client.send(new sdk.DescribeImagesCommand({ Owners: ['amazon'] }));
    const vpcId = await create('vpc_create_vpc', { cidr: '10.87.0.0/16' });
    const subnetId = await create('vpc_create_subnet', { vpcId, cidr: '10.87.1.0/24' });
    const internetGatewayId = await create('vpc_create_internet_gateway', {});
    await change('vpc_attach_internet_gateway', { internetGatewayId, vpcId });
    const groupInput = { vpcId, groupName: uniqueName('web'), description: 'Web' };
    const securityGroupId = await create('ec2_create_security_group', groupInput);
    const instance = await create('ec2_create_instances', {
      imageId: Images[0]?.ImageId,
      instanceType: 't3.micro',
      subnetId,
      securityGroupIds: [securityGroupId],
      publicAddress: true,
    });
    const path = { from: 'internet', to: instance, port: 443 };
    expect(await read('vpc_explain_path', path)).toContain('"verdict":"blocked"');
    const routeTableId = await create('vpc_create_route_table', { vpcId });
    await change('vpc_associate_route_table', { routeTableId, subnetId });
    const route = { routeTableId, destination: '0.0.0.0/0', target: internetGatewayId };
    await change('vpc_create_route', route);
    const closed = await read('vpc_explain_path', path);
    expect(closed).toContain(`no ingress rule of ${securityGroupId}`);
    const rules = [{ protocol: 'tcp', from: 443, cidr: '0.0.0.0/0' }];
    await change('ec2_authorize_ingress', { securityGroupId, rules });
    expect(await read('vpc_explain_path', path)).toContain('"verdict":"reachable"');
    await change('ec2_terminate_instances', { instanceIds: [instance] });
  });
});
