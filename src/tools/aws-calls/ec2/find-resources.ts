import type { Filter } from '../../../clients/aws/sdk/ec2.ts';
import type { ToolAnswer, ToolRefusal } from '../../../contracts/tool.ts';
import { partitionOf } from '../arns.ts';
import { collectPages } from '../collect-pages.ts';
import type { AwsClients, PlanTarget } from '../define-aws-tool.ts';
import { defaultLimit } from '../parameters.ts';
import { type ResourceKind, type ResourceQuery, tagsShown } from './resource-kind.ts';

/** A resource that a change touches beside those that it is about; `type` as in its ARN. */
export type TaggedResource = {
  readonly type: string;
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
};

/** Lists a kind up to the limit. */
export async function listResources<Entry>(
  kind: ResourceKind<Entry>,
  aws: AwsClients,
  query: ResourceQuery & { readonly limit: number | null | undefined; readonly signal: AbortSignal },
): Promise<ToolAnswer> {
  const pages = kind.pages(await aws.ec2(), query, query.signal);
  const { entries, cut } = await collectPages(pages, query.limit ?? defaultLimit, page => page);
  const value = { region: aws.region, [kind.plural]: entries.map(kind.shown) };
  return { kind: 'ok', value, ...(cut !== undefined && { cut }) };
}

/** All of a kind that a query finds, by id. */
export async function findResources<Entry>(
  kind: ResourceKind<Entry>,
  aws: AwsClients,
  query: ResourceQuery & { readonly signal: AbortSignal },
): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for await (const page of kind.pages(await aws.ec2(), query, query.signal)) found.push(...page);
  return found.toSorted((a, b) => (kind.idOf(a) < kind.idOf(b) ? -1 : 1));
}

/** Those of the ids that are there: what AWS calls "not found" is not an error here. */
export async function findPresent<Entry>(
  kind: ResourceKind<Entry>,
  aws: AwsClients,
  query: { readonly ids: readonly string[]; readonly signal: AbortSignal },
): Promise<readonly Entry[]> {
  try {
    return await findResources(kind, aws, query);
  } catch (error) {
    if (error instanceof Error && isNotFound(error)) return [];
    throw error;
  }
}

/** `InvalidVpcID.NotFound`, `InvalidGroup.NotFound`, `NatGatewayNotFound`… */
function isNotFound({ name }: Error): boolean {
  return name.endsWith('NotFound');
}

/** Every one of the ids, or a refusal that names those that are not there. */
export async function findExisting<Entry>(
  kind: ResourceKind<Entry>,
  aws: AwsClients,
  query: { readonly tool: string; readonly ids: readonly string[]; readonly signal: AbortSignal },
): Promise<{ readonly kind: 'found'; readonly entries: readonly Entry[] } | ToolRefusal> {
  const entries = await findResources(kind, aws, query);
  const missing = query.ids.filter(id => !entries.some(entry => kind.idOf(entry) === id));
  if (missing.length === 0) return { kind: 'found', entries };
  return {
    kind: 'refused',
    code: 'aws-not-found',
    message: `${query.tool}: there is no ${kind.noun} ${missing.join(', ')} in ${aws.region}. Check the id, the region and the account.`,
  };
}

/** Makes ARNs of EC2's resources in the call's region and account. */
export async function ec2Arns(aws: AwsClients): Promise<(type: string, id: string) => string> {
  const account = await aws.accountId();
  return (type, id) => {
    // Images and snapshots belong to whoever made them: their ARNs name no account.
    const owner = type === 'image' || type === 'snapshot' ? '' : account;
    return `arn:${partitionOf(aws.region)}:ec2:${aws.region}:${owner}:${type}/${id}`;
  };
}

/** What a plan touches, for the guards. */
export function targetsOf<Entry>(
  kind: ResourceKind<Entry>,
  entries: readonly Entry[],
  arn: (type: string, id: string) => string,
): readonly PlanTarget[] {
  return entries.map(entry => ({
    arn: arn(kind.type, kind.idOf(entry)),
    tags: tagsShown(kind.tagsOf(entry)),
  }));
}

/** One resource with its tags, for a change that touches it by the way; undefined when it is not there. */
export async function findTagged<Entry>(
  kind: ResourceKind<Entry>,
  aws: AwsClients,
  query: { readonly id: string; readonly signal: AbortSignal },
): Promise<TaggedResource | undefined> {
  const [entry] = await findPresent(kind, aws, { ids: [query.id], signal: query.signal });
  return entry && { type: kind.type, id: query.id, tags: tagsShown(kind.tagsOf(entry)) };
}

/** EC2's filters from what is given of them. */
export function filtersOf(
  wanted: Readonly<Record<string, string | readonly string[] | null | undefined>>,
  tag?: { readonly key: string; readonly value: string } | null,
): readonly Filter[] {
  const filters = Object.entries(wanted).flatMap(([Name, value]) =>
    value === null || value === undefined
      ? []
      : [{ Name, Values: typeof value === 'string' ? [value] : [...value] }],
  );
  return tag ? [...filters, { Name: `tag:${tag.key}`, Values: [tag.value] }] : filters;
}
