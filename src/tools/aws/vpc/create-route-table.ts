import { z } from 'zod';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { routeTables, vpcs } from '../../aws-calls/ec2/network-kinds.ts';
import { name, tags, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const createRouteTable = creatingResource({
  name: 'vpc_create_route_table',
  description: 'Creates a route table in a VPC. No subnet uses it until it is associated.',
  undo: { kind: 'tool', tool: 'vpc_delete_route_table' },
  parameters: z.object({ region, vpcId, name, tags }),
  example: { vpcId: 'vpc-0123456789abcdef0', name: 'private' },
  kind: routeTables,
  action: 'ec2:CreateRouteTable',
  otherActions: ['ec2:DescribeVpcs'],
  dryRun: 'aws',
  async look(input, aws, signal) {
    const found = await findExisting(vpcs, aws, {
      tool: 'vpc_create_route_table',
      ids: [input.vpcId],
      signal,
    });
    return found.kind === 'found' ? { kind: 'facts', facts: undefined } : found;
  },
  summary: (input, place) => `Creates a route table in ${input.vpcId} (${place}).`,
  otherArns: (input, arn) => [arn('vpc', input.vpcId)],
  async send({ sdk, client }, input, { DryRun, TagSpecifications, ClientToken, signal }) {
    const request = { VpcId: input.vpcId, TagSpecifications, ClientToken, DryRun };
    const command = new sdk.CreateRouteTableCommand(request);
    const { RouteTable: made } = await client.send(command, { abortSignal: signal });
    return made?.RouteTableId === undefined ? [] : [made.RouteTableId];
  },
});
