import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { instances, keyPairs } from '../../aws-calls/ec2/compute-kinds.ts';
import { filtersOf, findResources } from '../../aws-calls/ec2/find-resources.ts';
import { keyPairName } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const deleteKeyPair = changingResources({
  name: 'ec2_delete_key_pair',
  description:
    'Deletes a key pair. Instances that were made with it still accept the private key; new ones cannot be made with it.',
  risk: 'destructive',
  undo: { kind: 'manual', how: 'Import the public key again with `ec2_import_key_pair`.' },
  parameters: z.object({ region, keyPair: keyPairName }),
  example: { keyPair: 'deploy' },
  kind: keyPairs,
  action: 'ec2:DeleteKeyPair',
  reads: ['ec2:DescribeInstances'],
  ids: input => [input.keyPair],
  async look(input, aws, signal) {
    const filters = filtersOf({ 'key-name': input.keyPair });
    const users = await findResources(instances, aws, { filters, signal });
    return { usedBy: users.filter(({ State }) => State?.Name !== 'terminated').map(instances.idOf) };
  },
  summary(input, { facts, region: place }) {
    const users = facts.usedBy.length === 0 ? 'No instance' : facts.usedBy.slice(0, 10).join(', ');
    return `Deletes the key pair ${input.keyPair} in ${place}. ${users} was made with it.`;
  },
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(new sdk.DeleteKeyPairCommand({ KeyName: input.keyPair, DryRun }), { abortSignal: signal }),
  isDone: (_input, entries) => entries.length === 0,
});
