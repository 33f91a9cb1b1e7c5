import type {
  GetAccountAuthorizationDetailsResponse,
  ManagedPolicyDetail,
} from '../../../clients/aws/sdk/iam.ts';
import type { HeldPolicy } from '../policy-documents/decide.ts';
import { storedDocument } from '../policy-documents/policy-document.ts';

/** A user or role with every policy that decides about it. */
export type AccountIdentity = {
  readonly type: 'user' | 'role';
  readonly name: string;
  readonly arn: string;
  readonly held: readonly HeldPolicy[];
  readonly boundary: HeldPolicy | undefined;
};

type Page = Pick<
  GetAccountAuthorizationDetailsResponse,
  'UserDetailList' | 'GroupDetailList' | 'RoleDetailList' | 'Policies'
>;
type Attached = readonly { readonly PolicyArn?: string | undefined }[] | undefined;
type Written =
  | readonly { readonly PolicyName?: string | undefined; readonly PolicyDocument?: string | undefined }[]
  | undefined;

/** Puts the pages of `GetAccountAuthorizationDetails` together: a user's groups and what is attached to whom. */
export function identitiesOf(pages: readonly Page[]): readonly AccountIdentity[] {
  const managed = new Map(
    pages.flatMap(({ Policies = [] }) =>
      Policies.map(policy => [policy.Arn ?? '', inForce(policy)] as const),
    ),
  );
  const attached = (policies: Attached): HeldPolicy[] =>
    (policies ?? []).map(({ PolicyArn = '' }) => ({
      source: PolicyArn,
      document: storedDocument(managed.get(PolicyArn)),
    }));
  const written = (owner: string, policies: Written): HeldPolicy[] =>
    (policies ?? []).map(({ PolicyName = '', PolicyDocument }) => ({
      source: `${owner}, inline ${PolicyName}`,
      document: storedDocument(PolicyDocument),
    }));
  const bounded = (boundary: { readonly PermissionsBoundaryArn?: string | undefined } | undefined) =>
    boundary?.PermissionsBoundaryArn === undefined
      ? undefined
      : {
          source: `boundary ${boundary.PermissionsBoundaryArn}`,
          document: storedDocument(managed.get(boundary.PermissionsBoundaryArn)),
        };
  const groups = new Map(
    pages.flatMap(({ GroupDetailList = [] }) =>
      GroupDetailList.map(
        ({ GroupName = '', AttachedManagedPolicies, GroupPolicyList }) =>
          [
            GroupName,
            [...attached(AttachedManagedPolicies), ...written(`group ${GroupName}`, GroupPolicyList)],
          ] as const,
      ),
    ),
  );
  const users = pages.flatMap(({ UserDetailList = [] }) =>
    UserDetailList.map(user => ({
      type: 'user' as const,
      name: user.UserName ?? '',
      arn: user.Arn ?? '',
      held: [
        ...attached(user.AttachedManagedPolicies),
        ...written('user', user.UserPolicyList),
        ...(user.GroupList ?? []).flatMap(
          group => groups.get(group) ?? [{ source: `group ${group}`, document: undefined }],
        ),
      ],
      boundary: bounded(user.PermissionsBoundary),
    })),
  );
  const roles = pages.flatMap(({ RoleDetailList = [] }) =>
    RoleDetailList.map(role => ({
      type: 'role' as const,
      name: role.RoleName ?? '',
      arn: role.Arn ?? '',
      held: [...attached(role.AttachedManagedPolicies), ...written('role', role.RolePolicyList)],
      boundary: bounded(role.PermissionsBoundary),
    })),
  );
  return [...users, ...roles];
}

function inForce({ PolicyVersionList, DefaultVersionId }: ManagedPolicyDetail): string | undefined {
  const version = PolicyVersionList?.find(
    ({ IsDefaultVersion, VersionId }) => IsDefaultVersion === true || VersionId === DefaultVersionId,
  );
  return version?.Document;
}
