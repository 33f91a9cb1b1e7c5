import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { instances } from '../../aws-calls/ec2/compute-kinds.ts';
import { notInState } from '../../aws-calls/ec2/instance-state.ts';
import { publicAddress } from '../../aws-calls/ec2/shown-instance.ts';
import { instanceIds, region } from '../../aws-calls/parameters.ts';

export const stopInstances = changingResources({
  name: 'ec2_stop_instances',
  description:
    'Stops running EC2 instances. Their disks stay; instance store volumes and public addresses are lost.',
  risk: 'write',
  undo: {
    kind: 'manual',
    how: 'Start the instances again with `ec2_start_instances`; a public address that is not elastic will be another.',
  },
  parameters: z.object({ region, instanceIds }),
  example: { region: 'eu-central-1', instanceIds: ['i-0123456789abcdef0'] },
  kind: instances,
  action: 'ec2:StopInstances',
  ids: input => input.instanceIds,
  obstacle: (_input, { entries }) => notInState(entries, ['running'], 'stopped'),
  summary(input, { entries, region: place }) {
    const lost = entries.flatMap(entry => {
      const { ipv4, kind } = publicAddress(entry);
      return kind === 'lost when stopped' && ipv4 !== undefined ? [ipv4] : [];
    });
    const loss = lost.length === 0 ? '' : ` The public addresses ${lost.join(', ')} are lost.`;
    return `Stops ${input.instanceIds.join(', ')} in ${place}.${loss}`;
  },
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(new sdk.StopInstancesCommand({ InstanceIds: input.instanceIds, DryRun }), {
      abortSignal: signal,
    }),
  isDone: (_input, entries) => notInState(entries, ['stopping', 'stopped'], 'stopped') === undefined,
});
