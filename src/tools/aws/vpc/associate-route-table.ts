import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { filtersOf, findPresent, findResources } from '../../aws-calls/ec2/find-resources.ts';
import { routeTables, subnets } from '../../aws-calls/ec2/network-kinds.ts';
import { routeTableId, subnetId } from '../../aws-calls/ec2/parameters.ts';
import { tagsShown } from '../../aws-calls/ec2/resource-kind.ts';
import { region } from '../../aws-calls/parameters.ts';

export const associateRouteTable = changingResources({
  name: 'vpc_associate_route_table',
  description:
    'Has a subnet use a route table; the one that it used before no longer counts for it. What routes lead elsewhere is cut off.',
  risk: 'destructive',
  undo: {
    kind: 'manual',
    how: 'Associate the earlier table again, or take the association away with `vpc_disassociate_route_table` where it was the main one.',
  },
  parameters: z.object({ region, routeTableId, subnetId }),
  example: { routeTableId: 'rtb-0123456789abcdef0', subnetId: 'subnet-0123456789abcdef0' },
  kind: routeTables,
  action: 'ec2:AssociateRouteTable',
  reads: ['ec2:DescribeSubnets'],
  dryRun: 'aws',
  ids: input => [input.routeTableId],
  async look(input, aws, signal) {
    const [subnet] = await findPresent(subnets, aws, { ids: [input.subnetId], signal });
    const filters = filtersOf({ 'association.subnet-id': input.subnetId });
    const [table] = await findResources(routeTables, aws, { filters, signal });
    const tagged = subnet && { type: subnets.type, id: input.subnetId, tags: tagsShown(subnet.Tags) };
    return { vpc: subnet?.VpcId, uses: table?.RouteTableId, subnet: tagged };
  },
  obstacle(input, { entries: [table], facts }) {
    if (facts.vpc === undefined) {
      return { code: 'aws-not-found', message: `there is no subnet ${input.subnetId}.` };
    }
    if (facts.vpc !== table?.VpcId)
      return `${input.subnetId} and ${input.routeTableId} are of different VPCs.`;
    if (facts.uses === input.routeTableId) return `${input.subnetId} uses ${input.routeTableId} already.`;
    return facts.uses === undefined
      ? undefined
      : `${input.subnetId} uses ${facts.uses}; take that association away first (\`vpc_disassociate_route_table\`).`;
  },
  summary: (input, looked) =>
    `Has ${input.subnetId} use ${input.routeTableId} in place of the main table of its VPC (${looked.region}).`,
  alsoChanged: ({ subnet }) => subnet ?? [],
  send({ sdk, client }, input, { DryRun, signal }) {
    const request = { RouteTableId: input.routeTableId, SubnetId: input.subnetId, DryRun };
    return client.send(new sdk.AssociateRouteTableCommand(request), { abortSignal: signal });
  },
  isDone: (input, entries) =>
    entries.some(({ Associations = [] }) => Associations.some(({ SubnetId }) => SubnetId === input.subnetId)),
});
