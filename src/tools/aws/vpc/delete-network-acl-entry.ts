import { z } from 'zod';
import { direction, entryOf, guardedBy, ruleNumber } from '../../aws-calls/ec2/acl-parameters.ts';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { networkAcls } from '../../aws-calls/ec2/network-kinds.ts';
import { networkAclId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const deleteNetworkAclEntry = changingResources({
  name: 'vpc_delete_network_acl_entry',
  description: 'Takes an entry out of a network ACL; the next number that fits decides from then on.',
  risk: 'destructive',
  undo: { kind: 'tool', tool: 'vpc_create_network_acl_entry' },
  parameters: z.object({ region, networkAclId, direction, ruleNumber }),
  example: { networkAclId: 'acl-0123456789abcdef0', direction: 'ingress', ruleNumber: 90 },
  kind: networkAcls,
  action: 'ec2:DeleteNetworkAclEntry',
  dryRun: 'aws',
  ids: input => [input.networkAclId],
  obstacle: (input, { entries: [acl] }) =>
    entryOf(acl, input) === undefined
      ? `${input.networkAclId} has no ${input.direction} entry ${input.ruleNumber}.`
      : undefined,
  summary: (input, { entries: [acl], region: place }) =>
    `Takes the ${input.direction} entry ${input.ruleNumber} out of ${input.networkAclId} (${place}). It guards ${guardedBy(acl)}.`,
  send({ sdk, client }, input, { DryRun, signal }) {
    const command = new sdk.DeleteNetworkAclEntryCommand({
      NetworkAclId: input.networkAclId,
      Egress: input.direction === 'egress',
      RuleNumber: input.ruleNumber,
      DryRun,
    });
    return client.send(command, { abortSignal: signal });
  },
  isDone: (input, entries) => entries.length > 0 && entryOf(entries[0], input) === undefined,
});
