import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { instances } from '../../aws-calls/ec2/compute-kinds.ts';
import { notInState } from '../../aws-calls/ec2/instance-state.ts';
import { instanceIds, region } from '../../aws-calls/parameters.ts';

export const rebootInstances = changingResources({
  name: 'ec2_reboot_instances',
  description: 'Reboots running EC2 instances. Addresses and disks stay; what runs there is interrupted.',
  risk: 'write',
  undo: { kind: 'manual', how: 'A reboot cannot be taken back; the instances come up again by themselves.' },
  parameters: z.object({ region, instanceIds }),
  example: { region: 'eu-central-1', instanceIds: ['i-0123456789abcdef0'] },
  kind: instances,
  action: 'ec2:RebootInstances',
  // A second reboot interrupts again.
  idempotent: false,
  ids: input => input.instanceIds,
  obstacle: (_input, { entries }) => notInState(entries, ['running'], 'rebooted'),
  summary: (input, looked) => `Reboots ${input.instanceIds.join(', ')} in ${looked.region}.`,
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(new sdk.RebootInstancesCommand({ InstanceIds: input.instanceIds, DryRun }), {
      abortSignal: signal,
    }),
});
