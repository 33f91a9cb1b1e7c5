import { z } from 'zod';
import type { ToolCall } from '../../../contracts/tool.ts';
import type { AwsClients, AwsPlan } from '../define-aws-tool.ts';
import { askDryRun } from './dry-run.ts';
import { ec2Arns } from './find-resources.ts';
import { tagsShown } from './resource-kind.ts';

/** What an id's prefix says of its ARN. */
const types: Readonly<Record<string, string>> = {
  acl: 'network-acl',
  ami: 'image',
  eipalloc: 'elastic-ip',
  eni: 'network-interface',
  fl: 'vpc-flow-log',
  i: 'instance',
  igw: 'internet-gateway',
  nat: 'natgateway',
  pcx: 'vpc-peering-connection',
  rtb: 'route-table',
  sg: 'security-group',
  snap: 'snapshot',
  subnet: 'subnet',
  vol: 'volume',
  vpc: 'vpc',
};

/** Resources of EC2 and VPC that carry tags, at most 20. */
export const taggableIds = z
  .array(
    z
      .string()
      .regex(
        new RegExp(`^(${Object.keys(types).join('|')})-[0-9a-f]{8}([0-9a-f]{9})?$`),
        'an id of EC2 or VPC such as i-0123456789abcdef0 or vpc-0123456789abcdef0',
      ),
  )
  .min(1)
  .max(20)
  .describe('Ids of instances, volumes, images, networks and so on, at most 20.');

/** The tags of each of the resources, by id. */
export async function readTags(
  ids: readonly string[],
  aws: AwsClients,
  abortSignal: AbortSignal,
): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const { sdk, client } = await aws.ec2();
  const Filters = [{ Name: 'resource-id', Values: [...ids] }];
  const found = new Map(ids.toSorted().map(id => [id, [] as { Key?: string; Value?: string }[]]));
  for await (const page of sdk.paginateDescribeTags({ client }, { Filters }, { abortSignal })) {
    for (const { ResourceId = '', Key = '', Value = '' } of page.Tags ?? []) {
      found.get(ResourceId)?.push({ Key, Value });
    }
  }
  return Object.fromEntries([...found].map(([id, tags]) => [id, tagsShown(tags)]));
}

/** Plans a change of tags; `ask` is the call as a dry run. */
export async function planTagging(
  change: {
    readonly ids: readonly string[];
    readonly action: 'ec2:CreateTags' | 'ec2:DeleteTags';
    readonly summary: string;
    readonly ask: () => Promise<unknown>;
  },
  { signal }: ToolCall,
  aws: AwsClients,
): Promise<AwsPlan> {
  const { ids, action, summary } = change;
  const before = await readTags(ids, aws, signal);
  const checkedBy = await askDryRun(change.ask, await aws.ec2());
  const arn = await ec2Arns(aws);
  const targets = Object.entries(before).map(([id, tags]) => ({
    arn: arn(types[id.split('-')[0] ?? ''] ?? '', id),
    tags,
  }));
  const grants = [{ actions: [action], resources: targets.map(target => target.arn) }];
  return { kind: 'plan', summary, checkedBy, before, grants, targets };
}
