import { z } from 'zod';
import type { InternetGateway } from '../../../clients/aws/sdk/ec2.ts';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { findTagged } from '../../aws-calls/ec2/find-resources.ts';
import { internetGateways, vpcs } from '../../aws-calls/ec2/network-kinds.ts';
import { internetGatewayId, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const detachInternetGateway = changingResources({
  name: 'vpc_detach_internet_gateway',
  description: 'Detaches an internet gateway from a VPC: what is reached through it is cut off.',
  risk: 'destructive',
  undo: { kind: 'tool', tool: 'vpc_attach_internet_gateway' },
  parameters: z.object({ region, internetGatewayId, vpcId }),
  example: { internetGatewayId: 'igw-0123456789abcdef0', vpcId: 'vpc-0123456789abcdef0' },
  kind: internetGateways,
  action: 'ec2:DetachInternetGateway',
  reads: ['ec2:DescribeVpcs'],
  ids: input => [input.internetGatewayId],
  look: async (input, aws, signal) => ({ vpc: await findTagged(vpcs, aws, { id: input.vpcId, signal }) }),
  obstacle: (input, { entries }) =>
    isAttached(entries, input.vpcId)
      ? undefined
      : `${input.internetGatewayId} is not attached to ${input.vpcId}.`,
  summary: (input, looked) =>
    `Detaches ${input.internetGatewayId} from ${input.vpcId} (${looked.region}): nothing there is reached from the internet any more, nor reaches it through this gateway.`,
  alsoChanged: ({ vpc }) => vpc ?? [],
  send({ sdk, client }, input, { DryRun, signal }) {
    const request = { InternetGatewayId: input.internetGatewayId, VpcId: input.vpcId, DryRun };
    return client.send(new sdk.DetachInternetGatewayCommand(request), { abortSignal: signal });
  },
  isDone: (input, entries) => entries.length > 0 && !isAttached(entries, input.vpcId),
});

function isAttached(gateways: readonly InternetGateway[], vpc: string): boolean {
  return gateways.some(({ Attachments = [] }) => Attachments.some(({ VpcId }) => VpcId === vpc));
}
