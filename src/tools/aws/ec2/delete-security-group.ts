import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { securityGroups } from '../../aws-calls/ec2/compute-kinds.ts';
import { filtersOf, findResources } from '../../aws-calls/ec2/find-resources.ts';
import { networkInterfaces } from '../../aws-calls/ec2/network-kinds.ts';
import { securityGroupId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const deleteSecurityGroup = changingResources({
  name: 'ec2_delete_security_group',
  description: 'Deletes a security group that guards nothing and that no other group names.',
  risk: 'destructive',
  undo: { kind: 'manual', how: 'Create a group with the same rules; it gets another id.' },
  parameters: z.object({ region, securityGroupId }),
  example: { securityGroupId: 'sg-0123456789abcdef0' },
  kind: securityGroups,
  action: 'ec2:DeleteSecurityGroup',
  reads: ['ec2:DescribeNetworkInterfaces'],
  ids: input => [input.securityGroupId],
  async look({ securityGroupId: id }, aws, signal) {
    const guarded = await findResources(networkInterfaces, aws, {
      filters: filtersOf({ 'group-id': id }),
      signal,
    });
    const naming = await Promise.all(
      ['ip-permission.group-id', 'egress.ip-permission.group-id'].map(name =>
        findResources(securityGroups, aws, { filters: filtersOf({ [name]: id }), signal }),
      ),
    );
    const others = naming.flat().map(securityGroups.idOf);
    return {
      guards: guarded.map(networkInterfaces.idOf),
      namedBy: [...new Set(others)].filter(other => other !== id).toSorted(),
    };
  },
  obstacle({ securityGroupId: id }, { entries, facts }) {
    if (entries[0]?.GroupName === 'default') return `${id} is the default group of its VPC, which AWS keeps.`;
    const users = [...facts.guards, ...facts.namedBy];
    return users.length > 0 ? `${id} is in use by ${users.slice(0, 10).join(', ')}.` : undefined;
  },
  summary: (input, { entries, region: place }) =>
    `Deletes the security group ${input.securityGroupId} (${entries[0]?.GroupName ?? ''}) in ${place}.`,
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(new sdk.DeleteSecurityGroupCommand({ GroupId: input.securityGroupId, DryRun }), {
      abortSignal: signal,
    }),
  isDone: (_input, entries) => entries.length === 0,
});
