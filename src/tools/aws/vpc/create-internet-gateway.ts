import { z } from 'zod';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { internetGateways } from '../../aws-calls/ec2/network-kinds.ts';
import { name, tags } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const createInternetGateway = creatingResource({
  name: 'vpc_create_internet_gateway',
  description: 'Creates an internet gateway. It opens nothing until it is attached and a route points to it.',
  undo: { kind: 'tool', tool: 'vpc_delete_internet_gateway' },
  parameters: z.object({ region, name, tags }),
  example: { name: 'staging' },
  kind: internetGateways,
  action: 'ec2:CreateInternetGateway',
  summary: (input, place) => `Creates an internet gateway${input.name ? ` ${input.name}` : ''} in ${place}.`,
  async send({ sdk, client }, _input, { DryRun, TagSpecifications, signal }) {
    const command = new sdk.CreateInternetGatewayCommand({ TagSpecifications, DryRun });
    const { InternetGateway: made } = await client.send(command, { abortSignal: signal });
    return made?.InternetGatewayId === undefined ? [] : [made.InternetGatewayId];
  },
});
