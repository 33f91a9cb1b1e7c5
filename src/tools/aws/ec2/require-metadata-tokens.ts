import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { instances } from '../../aws-calls/ec2/compute-kinds.ts';
import { instanceId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

type Tokens = { readonly tokens: string };

export const requireMetadataTokens = changingResources({
  name: 'ec2_require_metadata_tokens',
  description:
    'Has an EC2 instance’s metadata service answer requests with a token only (IMDSv2). Software that knows version 1 alone loses the role’s credentials.',
  risk: 'destructive',
  undo: {
    kind: 'manual',
    how: 'aws ec2 modify-instance-metadata-options --instance-id … --http-tokens optional',
  },
  parameters: z.object({ region, instanceId }),
  example: { instanceId: 'i-0123456789abcdef0' },
  kind: instances,
  action: 'ec2:ModifyInstanceMetadataOptions',
  dryRun: 'aws',
  ids: input => [input.instanceId],
  look: (_input, _aws, _signal, [instance]): Promise<Tokens> =>
    Promise.resolve({ tokens: instance?.MetadataOptions?.HttpTokens ?? 'optional' }),
  obstacle: ({ instanceId: id }, { facts }) =>
    facts.tokens === 'required' ? `${id} requires tokens already.` : undefined,
  summary: ({ instanceId: id }, looked) =>
    `The metadata service of ${id} in ${looked.region} asks for a token. Software on it that knows version 1 alone loses the role’s credentials: the metric MetadataNoToken tells whether there is any.`,
  send: ({ sdk, client }, { instanceId: InstanceId }, { DryRun, signal }) =>
    client.send(
      new sdk.ModifyInstanceMetadataOptionsCommand({ InstanceId, HttpTokens: 'required', DryRun }),
      { abortSignal: signal },
    ),
  isDone: (_input, [instance]) => instance?.MetadataOptions?.HttpTokens === 'required',
});
