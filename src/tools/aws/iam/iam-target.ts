import type { Tag } from '../../../clients/aws/sdk/iam.ts';
import { partitionOf } from '../../aws-calls/arns.ts';
import type { AwsClients, PlanTarget } from '../../aws-calls/define-aws-tool.ts';
import { orNothing } from '../../aws-calls/or-nothing.ts';
import type { Holder } from './holdings.ts';

/** What IAM calls it when there is nothing of a name. */
const nothing = 'NoSuchEntityException';

/** The ARN that something new will have. */
export async function newArn(
  aws: AwsClients,
  type: 'user' | 'group' | 'role' | 'policy',
  { path, name }: { readonly path?: string | null | undefined; readonly name: string },
): Promise<string> {
  return `arn:${partitionOf(aws.region)}:iam::${await aws.accountId()}:${type}${path ?? '/'}${name}`;
}

/** A user, group or role as what a change touches; undefined when there is none. Groups have no tags. */
export async function holderTarget(
  aws: AwsClients,
  { type, name }: Holder,
  abortSignal: AbortSignal,
): Promise<PlanTarget | undefined> {
  const { sdk, client } = await aws.iam();
  const options = { abortSignal };
  switch (type) {
    case 'user': {
      const asked = client.send(new sdk.GetUserCommand({ UserName: name }), options);
      const user = (await orNothing(asked, nothing))?.User;
      return user?.Arn === undefined ? undefined : { arn: user.Arn, tags: recordOf(user.Tags) };
    }
    case 'role': {
      const asked = client.send(new sdk.GetRoleCommand({ RoleName: name }), options);
      const role = (await orNothing(asked, nothing))?.Role;
      return role?.Arn === undefined ? undefined : { arn: role.Arn, tags: recordOf(role.Tags) };
    }
    case 'group': {
      const asked = client.send(new sdk.GetGroupCommand({ GroupName: name, MaxItems: 1 }), options);
      const group = (await orNothing(asked, nothing))?.Group;
      return group?.Arn === undefined ? undefined : { arn: group.Arn, tags: undefined };
    }
    default:
      return type satisfies never;
  }
}

/** The actions of `holderTarget` for each type. */
export const targetActions = { user: 'iam:GetUser', group: 'iam:GetGroup', role: 'iam:GetRole' } as const;

/** IAM's tags as a record. */
export function recordOf(tags: readonly Tag[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}
