import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { instances } from '../../aws-calls/ec2/compute-kinds.ts';
import { notInState } from '../../aws-calls/ec2/instance-state.ts';
import { isTerminationProtected } from '../../aws-calls/ec2/termination-protection.ts';
import { instanceIds, region } from '../../aws-calls/parameters.ts';

export const terminateInstances = changingResources({
  name: 'ec2_terminate_instances',
  description:
    'Terminates EC2 instances for good, with the disks that are set to go with them. Refused for instances with termination protection, which is never lifted here.',
  risk: 'destructive',
  undo: { kind: 'manual', how: 'None: make new instances from an image or from snapshots of the disks.' },
  parameters: z.object({ region, instanceIds }),
  example: { region: 'eu-central-1', instanceIds: ['i-0123456789abcdef0'] },
  kind: instances,
  action: 'ec2:TerminateInstances',
  reads: ['ec2:DescribeInstanceAttribute'],
  ids: input => input.instanceIds,
  async look(input, aws, signal) {
    const ec2 = await aws.ec2();
    const guarded: string[] = [];
    for (const id of input.instanceIds) {
      if (await isTerminationProtected(ec2, id, signal)) guarded.push(id);
    }
    return { terminationProtected: guarded };
  },
  obstacle(_input, { entries, facts }) {
    if (facts.terminationProtected.length > 0) {
      return {
        code: 'termination-protected',
        message: `${facts.terminationProtected.join(', ')} is protected from termination. Nothing was done; lifting it takes an approval of its own (\`ec2_set_termination_protection\`).`,
      };
    }
    return notInState(entries, ['pending', 'running', 'stopping', 'stopped'], 'terminated');
  },
  summary(input, { entries, region: place }) {
    const disks = entries.flatMap(({ BlockDeviceMappings = [] }) =>
      BlockDeviceMappings.flatMap(({ Ebs }) => (Ebs?.DeleteOnTermination ? [Ebs.VolumeId ?? ''] : [])),
    );
    const loss =
      disks.length === 0 ? '' : ` The volumes ${disks.toSorted().join(', ')} are deleted with them.`;
    return `Terminates ${input.instanceIds.join(', ')} in ${place}; this cannot be undone.${loss}`;
  },
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(new sdk.TerminateInstancesCommand({ InstanceIds: input.instanceIds, DryRun }), {
      abortSignal: signal,
    }),
  isDone: (_input, entries) =>
    notInState(entries, ['shutting-down', 'terminated'], 'terminated') === undefined,
});
