import { z } from 'zod';
import { type AwsClients, changingTool } from '../../aws-calls/define-aws-tool.ts';
import { planTagging, readTags, taggableIds } from '../../aws-calls/ec2/tagging.ts';
import { region } from '../../aws-calls/parameters.ts';

const parameters = z.object({
  region,
  ids: taggableIds,
  keys: z
    .array(
      z
        .string()
        .min(1)
        .max(128)
        .regex(/^(?!aws:)/i, 'not a key that starts with `aws:`, which is AWS’s own'),
    )
    .min(1)
    .max(40)
    .describe('Keys of the tags to take away, whatever their values.'),
});

export const untagResources = changingTool({
  name: 'ec2_untag_resources',
  description: 'Takes tags away from resources of EC2 and VPC.',
  risk: 'write',
  permissions: { iam: ['ec2:DescribeTags', 'ec2:DeleteTags'] },
  undo: { kind: 'tool', tool: 'ec2_tag_resources' },
  idempotent: true,
  parameters,
  example: { ids: ['i-0123456789abcdef0'], keys: ['team'] },
  plan(input, call, aws) {
    const { ids, keys } = input;
    const summary = `Takes the tags ${keys.join(', ')} from ${ids.join(', ')} in ${aws.region}.`;
    const ask = () => send(input, aws, { DryRun: true, abortSignal: call.signal });
    return planTagging({ ids, action: 'ec2:DeleteTags', summary, ask }, call, aws);
  },
  async act(input, { signal }, aws) {
    await send(input, aws, { DryRun: false, abortSignal: signal });
    return { kind: 'ok', value: { region: aws.region, changed: input.ids } };
  },
  verify: (input, { signal }, aws) => readTags(input.ids, aws, signal),
  async reconcile({ ids, keys }, { signal }, aws) {
    const now = await readTags(ids, aws, signal);
    const isDone = ids.every(id => keys.every(key => !Object.hasOwn(now[id] ?? {}, key)));
    return isDone ? { kind: 'ok', value: { region: aws.region, changed: ids } } : undefined;
  },
});

async function send(
  { ids, keys }: z.output<typeof parameters>,
  aws: AwsClients,
  { DryRun, abortSignal }: { readonly DryRun: boolean; readonly abortSignal: AbortSignal },
): Promise<unknown> {
  const { sdk, client } = await aws.ec2();
  const Tags = keys.map(Key => ({ Key }));
  return await client.send(new sdk.DeleteTagsCommand({ Resources: ids, Tags, DryRun }), { abortSignal });
}
