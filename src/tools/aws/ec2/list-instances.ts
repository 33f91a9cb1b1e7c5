import { z } from 'zod';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { defaultLimit, limit, region } from '../../aws-calls/parameters.ts';
import { shownInstance } from './shown-instance.ts';

export const listInstances = readTool({
  name: 'ec2_list_instances',
  description:
    'Lists EC2 instances with state, type, addresses and tags. Terminated ones stay listed for about an hour.',
  permissions: { iam: ['ec2:DescribeInstances'] },
  parameters: z.object({
    region,
    state: z
      .enum(['pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped'])
      .nullish()
      .describe('Only instances in this state.'),
    tag: z
      .object({ key: z.string().min(1).max(128), value: z.string().max(256) })
      .nullish()
      .describe('Only instances with this tag.'),
    limit,
  }),
  example: { region: 'eu-central-1', state: 'running' },
  async handle(input, { signal }, aws) {
    const { sdk, client } = await aws.ec2();
    const filters = [
      ...(input.state ? [{ Name: 'instance-state-name', Values: [input.state] }] : []),
      ...(input.tag ? [{ Name: `tag:${input.tag.key}`, Values: [input.tag.value] }] : []),
    ];
    const pages = sdk.paginateDescribeInstances({ client }, { Filters: filters }, { abortSignal: signal });
    const { entries, cut } = await collectPages(pages, input.limit ?? defaultLimit, page =>
      page.Reservations?.flatMap(({ Instances }) => Instances ?? []),
    );
    const value = { region: aws.region, instances: entries.map(shownInstance) };
    return { kind: 'ok', value, ...(cut !== undefined && { cut }) };
  },
});
