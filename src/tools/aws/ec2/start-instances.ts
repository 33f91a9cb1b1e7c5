import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { instances } from '../../aws-calls/ec2/compute-kinds.ts';
import { notInState } from '../../aws-calls/ec2/instance-state.ts';
import { instanceIds, region } from '../../aws-calls/parameters.ts';

export const startInstances = changingResources({
  name: 'ec2_start_instances',
  description:
    'Starts stopped EC2 instances. They cost money from then on and may get other public addresses.',
  risk: 'write',
  undo: { kind: 'tool', tool: 'ec2_stop_instances' },
  parameters: z.object({ region, instanceIds }),
  example: { region: 'eu-central-1', instanceIds: ['i-0123456789abcdef0'] },
  kind: instances,
  action: 'ec2:StartInstances',
  ids: input => input.instanceIds,
  obstacle: (_input, { entries }) => notInState(entries, ['stopped'], 'started'),
  summary: (input, looked) => `Starts ${input.instanceIds.join(', ')} in ${looked.region}.`,
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(new sdk.StartInstancesCommand({ InstanceIds: input.instanceIds, DryRun }), {
      abortSignal: signal,
    }),
  isDone: (_input, entries) => notInState(entries, ['pending', 'running'], 'started') === undefined,
});
