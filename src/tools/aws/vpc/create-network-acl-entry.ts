import { z } from 'zod';
import {
  direction,
  entryOf,
  guardedBy,
  openToWorldAcl,
  portsOf,
  portsText,
  ruleNumber,
} from '../../aws-calls/ec2/acl-parameters.ts';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { networkAcls } from '../../aws-calls/ec2/network-kinds.ts';
import { cidr, networkAclId, port } from '../../aws-calls/ec2/parameters.ts';
import { protocolNumber } from '../../aws-calls/ec2/shown-acl-entries.ts';
import { region } from '../../aws-calls/parameters.ts';

export const createNetworkAclEntry = changingResources({
  name: 'vpc_create_network_acl_entry',
  description:
    'Adds an entry to a network ACL; the lowest number that fits decides. SSH, RDP or everything is never opened to the whole internet.',
  risk: 'destructive',
  undo: { kind: 'tool', tool: 'vpc_delete_network_acl_entry' },
  parameters: z.object({
    region,
    networkAclId,
    direction,
    ruleNumber,
    action: z.enum(['allow', 'deny']),
    protocol: z.enum(['tcp', 'udp', 'icmp', 'all']).describe('`all` and `icmp` take no ports.'),
    from: port.nullish().describe('First port, with `tcp` and `udp`. Default: 0.'),
    to: port.nullish().describe('Last port. Default: that of `from`, or 65535 without one.'),
    cidr,
  }),
  example: {
    networkAclId: 'acl-0123456789abcdef0',
    direction: 'ingress',
    ruleNumber: 90,
    action: 'deny',
    protocol: 'all',
    cidr: '203.0.113.0/24',
  },
  kind: networkAcls,
  action: 'ec2:CreateNetworkAclEntry',
  dryRun: 'aws',
  ids: input => [input.networkAclId],
  obstacle(input, { entries: [acl] }) {
    const { protocol, direction: way } = input;
    const hasPorts = protocol === 'tcp' || protocol === 'udp';
    if (!hasPorts && (input.from ?? input.to ?? undefined) !== undefined)
      return `\`${protocol}\` takes no ports.`;
    const { from, to } = portsOf(input);
    if (hasPorts && to < from) return `the ports ${from} to ${to} are the wrong way round.`;
    const opens = way === 'ingress' && input.action === 'allow';
    const why = opens ? openToWorldAcl({ protocol, from, to, peer: input.cidr }) : undefined;
    if (why !== undefined)
      return { code: 'open-to-world', message: `${why}. Name the addresses that need it.` };
    const there = entryOf(acl, input);
    return there === undefined
      ? undefined
      : `${input.networkAclId} has an ${way} entry ${input.ruleNumber} already; take it away first.`;
  },
  summary: (input, { entries: [acl], region: place }) =>
    `Adds the ${input.direction} entry ${input.ruleNumber} to ${input.networkAclId} (${place}): ${input.action} ${input.protocol} ${portsText(input)}for ${input.cidr}. It guards ${guardedBy(acl)}.`,
  send({ sdk, client }, input, { DryRun, signal }) {
    const { from, to } = portsOf(input);
    const command = new sdk.CreateNetworkAclEntryCommand({
      NetworkAclId: input.networkAclId,
      Egress: input.direction === 'egress',
      RuleNumber: input.ruleNumber,
      RuleAction: input.action,
      Protocol: protocolNumber(input.protocol),
      ...(input.protocol === 'icmp' && { IcmpTypeCode: { Type: -1, Code: -1 } }),
      ...(['tcp', 'udp'].includes(input.protocol) && { PortRange: { From: from, To: to } }),
      ...(input.cidr.includes(':') ? { Ipv6CidrBlock: input.cidr } : { CidrBlock: input.cidr }),
      DryRun,
    });
    return client.send(command, { abortSignal: signal });
  },
  isDone: (input, [acl]) => entryOf(acl, input) !== undefined,
});
