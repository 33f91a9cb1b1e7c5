import { z } from 'zod';
import { type AwsClients, changingTool } from '../../aws-calls/define-aws-tool.ts';
import { tags as givenTags } from '../../aws-calls/ec2/parameters.ts';
import { planTagging, readTags, taggableIds } from '../../aws-calls/ec2/tagging.ts';
import { region } from '../../aws-calls/parameters.ts';

const parameters = z.object({ region, ids: taggableIds, tags: givenTags.unwrap().unwrap().min(1) });

export const tagResources = changingTool({
  name: 'ec2_tag_resources',
  description: 'Gives tags to resources of EC2 and VPC; a tag of the same key is replaced.',
  risk: 'write',
  permissions: { iam: ['ec2:DescribeTags', 'ec2:CreateTags'] },
  undo: {
    kind: 'manual',
    how: 'Give the earlier values again, or take new tags away with `ec2_untag_resources`.',
  },
  idempotent: true,
  parameters,
  example: { ids: ['i-0123456789abcdef0'], tags: [{ key: 'team', value: 'web' }] },
  plan(input, call, aws) {
    const { ids, tags } = input;
    const named = tags.map(({ key, value }) => `${key}=${value}`).join(', ');
    const summary = `Gives ${ids.join(', ')} in ${aws.region} the tags ${named}.`;
    const ask = () => send(input, aws, { DryRun: true, abortSignal: call.signal });
    return planTagging({ ids, action: 'ec2:CreateTags', summary, ask }, call, aws);
  },
  async act(input, { signal }, aws) {
    await send(input, aws, { DryRun: false, abortSignal: signal });
    return { kind: 'ok', value: { region: aws.region, changed: input.ids } };
  },
  verify: (input, { signal }, aws) => readTags(input.ids, aws, signal),
  async reconcile({ ids, tags }, { signal }, aws) {
    const now = await readTags(ids, aws, signal);
    const isDone = ids.every(id => tags.every(({ key, value }) => now[id]?.[key] === value));
    return isDone ? { kind: 'ok', value: { region: aws.region, changed: ids } } : undefined;
  },
});

async function send(
  { ids, tags }: z.output<typeof parameters>,
  aws: AwsClients,
  { DryRun, abortSignal }: { readonly DryRun: boolean; readonly abortSignal: AbortSignal },
): Promise<unknown> {
  const { sdk, client } = await aws.ec2();
  const Tags = tags.map(({ key, value }) => ({ Key: key, Value: value }));
  return await client.send(new sdk.CreateTagsCommand({ Resources: ids, Tags, DryRun }), { abortSignal });
}
