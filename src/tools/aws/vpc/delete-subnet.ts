import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { filtersOf, findResources } from '../../aws-calls/ec2/find-resources.ts';
import { networkInterfaces, subnets } from '../../aws-calls/ec2/network-kinds.ts';
import { subnetId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const deleteSubnet = changingResources({
  name: 'vpc_delete_subnet',
  description: 'Deletes a subnet that has no network interfaces any more.',
  risk: 'destructive',
  undo: { kind: 'manual', how: 'Create a subnet with the same block; it gets another id.' },
  parameters: z.object({ region, subnetId }),
  example: { subnetId: 'subnet-0123456789abcdef0' },
  kind: subnets,
  action: 'ec2:DeleteSubnet',
  reads: ['ec2:DescribeNetworkInterfaces'],
  dryRun: 'aws',
  ids: input => [input.subnetId],
  async look(input, aws, signal) {
    const filters = filtersOf({ 'subnet-id': input.subnetId });
    const cards = await findResources(networkInterfaces, aws, { filters, signal });
    return { inUseBy: cards.map(networkInterfaces.idOf) };
  },
  obstacle: (input, { facts }) =>
    facts.inUseBy.length > 0
      ? `${input.subnetId} is in use by ${facts.inUseBy.slice(0, 10).join(', ')}.`
      : undefined,
  summary: (input, looked) => `Deletes ${input.subnetId} in ${looked.region}.`,
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(new sdk.DeleteSubnetCommand({ SubnetId: input.subnetId, DryRun }), {
      abortSignal: signal,
    }),
  isDone: (_input, entries) => entries.length === 0,
});
