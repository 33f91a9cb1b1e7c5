import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { findTagged } from '../../aws-calls/ec2/find-resources.ts';
import { peerings, vpcs } from '../../aws-calls/ec2/network-kinds.ts';
import { peeringId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const acceptPeering = changingResources({
  name: 'vpc_accept_peering',
  description:
    'Accepts a peering connection that waits for this account. Traffic flows once both sides have routes.',
  risk: 'write',
  undo: { kind: 'tool', tool: 'vpc_delete_peering' },
  parameters: z.object({ region, peeringId }),
  example: { peeringId: 'pcx-0123456789abcdef0' },
  kind: peerings,
  action: 'ec2:AcceptVpcPeeringConnection',
  reads: ['ec2:DescribeVpcs'],
  dryRun: 'aws',
  ids: input => [input.peeringId],
  async look(_input, aws, signal, [peering]) {
    const id = peering?.AccepterVpcInfo?.VpcId;
    return { vpc: id === undefined ? undefined : await findTagged(vpcs, aws, { id, signal }) };
  },
  obstacle(input, { entries }) {
    const code = entries[0]?.Status?.Code;
    return code === 'pending-acceptance'
      ? undefined
      : `${input.peeringId} is ${code ?? 'unknown'}; only one that is pending-acceptance can be accepted.`;
  },
  summary: (input, { entries: [peering], region: place }) =>
    `Accepts ${input.peeringId}: ${peering?.RequesterVpcInfo?.VpcId ?? '?'} of ${peering?.RequesterVpcInfo?.OwnerId ?? '?'} may be connected with ${peering?.AccepterVpcInfo?.VpcId ?? '?'} (${place}).`,
  alsoChanged: ({ vpc }) => vpc ?? [],
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(
      new sdk.AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId: input.peeringId, DryRun }),
      { abortSignal: signal },
    ),
  isDone: (_input, entries) =>
    entries.length > 0 && ['active', 'provisioning'].includes(entries[0]?.Status?.Code ?? ''),
});
