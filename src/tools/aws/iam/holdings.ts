import type { AttachedPolicy } from '../../../clients/aws/sdk/iam.ts';
import { collectPages } from '../../aws-calls/collect-pages.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';

/** A user, group or role. */
export type Holder = { readonly type: 'user' | 'group' | 'role'; readonly name: string };

/** Policies that an identity holds: those attached, by ARN, and the names of those written into it. */
export type Holdings = { readonly attached: readonly string[]; readonly inline: readonly string[] };

/** The actions that `holdingsOf` needs for one type. */
export const holdingActions = {
  user: ['iam:ListAttachedUserPolicies', 'iam:ListUserPolicies'],
  group: ['iam:ListAttachedGroupPolicies', 'iam:ListGroupPolicies'],
  role: ['iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'],
} as const;

/** More than AWS lets an identity hold: a page cap that is never reached. */
const most = 1000;

/** What a user, group or role holds itself; a user's groups are not followed. */
export async function holdingsOf(aws: AwsClients, holder: Holder, signal: AbortSignal): Promise<Holdings> {
  const [attached, inline] = [await attachedTo(aws, holder, signal), await writtenInto(aws, holder, signal)];
  return { attached: attached.map(({ PolicyArn = '' }) => PolicyArn).toSorted(), inline: inline.toSorted() };
}

async function attachedTo(
  aws: AwsClients,
  { type, name }: Holder,
  abortSignal: AbortSignal,
): Promise<readonly AttachedPolicy[]> {
  const { sdk, client } = await aws.iam();
  const pages = {
    user: () => sdk.paginateListAttachedUserPolicies({ client }, { UserName: name }, { abortSignal }),
    group: () => sdk.paginateListAttachedGroupPolicies({ client }, { GroupName: name }, { abortSignal }),
    role: () => sdk.paginateListAttachedRolePolicies({ client }, { RoleName: name }, { abortSignal }),
  };
  return (await collectPages(pages[type](), most, page => page.AttachedPolicies)).entries;
}

async function writtenInto(
  aws: AwsClients,
  { type, name }: Holder,
  abortSignal: AbortSignal,
): Promise<readonly string[]> {
  const { sdk, client } = await aws.iam();
  const pages = {
    user: () => sdk.paginateListUserPolicies({ client }, { UserName: name }, { abortSignal }),
    group: () => sdk.paginateListGroupPolicies({ client }, { GroupName: name }, { abortSignal }),
    role: () => sdk.paginateListRolePolicies({ client }, { RoleName: name }, { abortSignal }),
  };
  return (await collectPages(pages[type](), most, page => page.PolicyNames)).entries;
}
