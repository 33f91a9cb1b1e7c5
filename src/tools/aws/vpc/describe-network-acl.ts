import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { networkAcls } from '../../aws-calls/ec2/network-kinds.ts';
import { networkAclId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const describeNetworkAcl = readTool({
  name: 'vpc_describe_network_acl',
  description:
    'Tells one network ACL: its entries in the order in which they decide, and the subnets it guards.',
  permissions: { iam: ['ec2:DescribeNetworkAcls'] },
  parameters: z.object({ region, networkAclId }),
  example: { networkAclId: 'acl-0123456789abcdef0' },
  async handle(input, { signal }, aws) {
    const query = { tool: 'vpc_describe_network_acl', ids: [input.networkAclId], signal };
    const found = await findExisting(networkAcls, aws, query);
    if (found.kind !== 'found') return found;
    return { kind: 'ok', value: { region: aws.region, ...found.entries.map(networkAcls.shown)[0] } };
  },
});
