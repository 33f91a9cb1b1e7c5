import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { peerings } from '../../aws-calls/ec2/network-kinds.ts';
import { peeringId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const deletePeering = changingResources({
  name: 'vpc_delete_peering',
  description: 'Deletes a peering connection, or rejects one that waits; what flows through it is cut off.',
  risk: 'destructive',
  undo: {
    kind: 'manual',
    how: 'Create it again with `vpc_create_peering`; the other side must accept again.',
  },
  parameters: z.object({ region, peeringId }),
  example: { peeringId: 'pcx-0123456789abcdef0' },
  kind: peerings,
  action: 'ec2:DeleteVpcPeeringConnection',
  dryRun: 'aws',
  ids: input => [input.peeringId],
  obstacle(input, { entries }) {
    const code = entries[0]?.Status?.Code ?? '';
    return ['deleted', 'deleting', 'rejected', 'failed', 'expired'].includes(code)
      ? `${input.peeringId} is ${code} already.`
      : undefined;
  },
  summary: (input, looked) =>
    `Deletes ${input.peeringId} between ${looked.entries[0]?.RequesterVpcInfo?.VpcId ?? '?'} and ${looked.entries[0]?.AccepterVpcInfo?.VpcId ?? '?'} (${looked.region}).`,
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(
      new sdk.DeleteVpcPeeringConnectionCommand({ VpcPeeringConnectionId: input.peeringId, DryRun }),
      {
        abortSignal: signal,
      },
    ),
  isDone: (_input, entries) =>
    entries.every(({ Status }) => Status?.Code === 'deleting' || Status?.Code === 'deleted'),
});
