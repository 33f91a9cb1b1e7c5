import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { securityGroups } from '../../aws-calls/ec2/compute-kinds.ts';
import { filtersOf, findExisting, findResources } from '../../aws-calls/ec2/find-resources.ts';
import { networkInterfaces } from '../../aws-calls/ec2/network-kinds.ts';
import { securityGroupId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

const name = 'ec2_describe_security_group';

export const describeSecurityGroup = readTool({
  name,
  description: 'Tells one security group: its rules, and the network interfaces that it guards.',
  permissions: { iam: ['ec2:DescribeSecurityGroups', 'ec2:DescribeNetworkInterfaces'] },
  parameters: z.object({ region, securityGroupId }),
  example: { securityGroupId: 'sg-0123456789abcdef0' },
  async handle(input, { signal }, aws) {
    const found = await findExisting(securityGroups, aws, {
      tool: name,
      ids: [input.securityGroupId],
      signal,
    });
    if (found.kind !== 'found') return found;
    const filters = filtersOf({ 'group-id': input.securityGroupId });
    const users = await findResources(networkInterfaces, aws, { filters, signal });
    const value = {
      region: aws.region,
      ...found.entries.map(securityGroups.shown)[0],
      usedBy: users.map(networkInterfaces.shown),
    };
    return { kind: 'ok', value };
  },
});
