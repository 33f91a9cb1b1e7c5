import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { findTagged } from '../../aws-calls/ec2/find-resources.ts';
import { internetGateways, vpcs } from '../../aws-calls/ec2/network-kinds.ts';
import { internetGatewayId, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const attachInternetGateway = changingResources({
  name: 'vpc_attach_internet_gateway',
  description: 'Attaches an internet gateway to a VPC. It opens nothing until a route points to it.',
  risk: 'write',
  undo: { kind: 'tool', tool: 'vpc_detach_internet_gateway' },
  parameters: z.object({ region, internetGatewayId, vpcId }),
  example: { internetGatewayId: 'igw-0123456789abcdef0', vpcId: 'vpc-0123456789abcdef0' },
  kind: internetGateways,
  action: 'ec2:AttachInternetGateway',
  reads: ['ec2:DescribeVpcs'],
  ids: input => [input.internetGatewayId],
  async look(input, aws, signal) {
    return { vpc: await findTagged(vpcs, aws, { id: input.vpcId, signal }) };
  },
  obstacle(input, { entries: [gateway], facts }) {
    if (facts.vpc === undefined) return { code: 'aws-not-found', message: `there is no VPC ${input.vpcId}.` };
    const other = gateway?.Attachments?.[0]?.VpcId;
    return other === undefined ? undefined : `${input.internetGatewayId} is attached to ${other} already.`;
  },
  summary: (input, looked) => `Attaches ${input.internetGatewayId} to ${input.vpcId} (${looked.region}).`,
  alsoChanged: ({ vpc }) => vpc ?? [],
  send({ sdk, client }, input, { DryRun, signal }) {
    const request = { InternetGatewayId: input.internetGatewayId, VpcId: input.vpcId, DryRun };
    return client.send(new sdk.AttachInternetGatewayCommand(request), { abortSignal: signal });
  },
  isDone: (input, entries) =>
    entries.some(({ Attachments = [] }) => Attachments.some(({ VpcId }) => VpcId === input.vpcId)),
});
