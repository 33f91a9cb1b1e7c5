import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { filtersOf, findResources } from '../../aws-calls/ec2/find-resources.ts';
import { internetGateways, networkInterfaces, subnets, vpcs } from '../../aws-calls/ec2/network-kinds.ts';
import { vpcId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const deleteVpc = changingResources({
  name: 'vpc_delete_vpc',
  description: 'Deletes a VPC that has nothing in it any more.',
  risk: 'destructive',
  undo: { kind: 'manual', how: 'Create a VPC with the same blocks; it gets another id.' },
  parameters: z.object({ region, vpcId }),
  example: { vpcId: 'vpc-0123456789abcdef0' },
  kind: vpcs,
  action: 'ec2:DeleteVpc',
  reads: ['ec2:DescribeSubnets', 'ec2:DescribeInternetGateways', 'ec2:DescribeNetworkInterfaces'],
  dryRun: 'aws',
  ids: input => [input.vpcId],
  async look(input, aws, signal) {
    const filters = filtersOf({ 'vpc-id': input.vpcId });
    const [inside, attached, cards] = await Promise.all([
      findResources(subnets, aws, { filters, signal }),
      findResources(internetGateways, aws, {
        filters: filtersOf({ 'attachment.vpc-id': input.vpcId }),
        signal,
      }),
      findResources(networkInterfaces, aws, { filters, signal }),
    ]);
    const inUseBy = [
      ...inside.map(subnets.idOf),
      ...attached.map(internetGateways.idOf),
      ...cards.map(networkInterfaces.idOf),
    ];
    return { inUseBy };
  },
  obstacle: (input, { facts }) =>
    facts.inUseBy.length > 0
      ? `${input.vpcId} is in use by ${facts.inUseBy.slice(0, 10).join(', ')}.`
      : undefined,
  summary: (input, looked) => `Deletes ${input.vpcId} in ${looked.region}.`,
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(new sdk.DeleteVpcCommand({ VpcId: input.vpcId, DryRun }), {
      abortSignal: signal,
    }),
  isDone: (_input, entries) => entries.length === 0,
});
