import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { internetGateways } from '../../aws-calls/ec2/network-kinds.ts';
import { internetGatewayId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const deleteInternetGateway = changingResources({
  name: 'vpc_delete_internet_gateway',
  description: 'Deletes an internet gateway that is attached to no VPC.',
  risk: 'destructive',
  undo: { kind: 'manual', how: 'Create another one.' },
  parameters: z.object({ region, internetGatewayId }),
  example: { internetGatewayId: 'igw-0123456789abcdef0' },
  kind: internetGateways,
  action: 'ec2:DeleteInternetGateway',
  ids: input => [input.internetGatewayId],
  obstacle(input, { entries: [gateway] }) {
    const vpc = gateway?.Attachments?.[0]?.VpcId;
    return vpc === undefined
      ? undefined
      : `${input.internetGatewayId} is attached to ${vpc}; detach it first (\`vpc_detach_internet_gateway\`).`;
  },
  summary: (input, looked) => `Deletes ${input.internetGatewayId} in ${looked.region}.`,
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(
      new sdk.DeleteInternetGatewayCommand({ InternetGatewayId: input.internetGatewayId, DryRun }),
      {
        abortSignal: signal,
      },
    ),
  isDone: (_input, entries) => entries.length === 0,
});
