// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-iam';
export {
<<<<<<< HEAD
  GenerateCredentialReportCommand,
  GetAccessKeyLastUsedCommand,
  GetCredentialReportCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetUserCommand,
=======
  CreateRoleCommand,
>>>>>>> 4e82b6c (feat: monitoring and infrastructure agents look at AWS)
  IAMClient,
  paginateGetAccountAuthorizationDetails,
  paginateGetGroup,
  paginateListAccessKeys,
  paginateListAttachedGroupPolicies,
  paginateListAttachedRolePolicies,
  paginateListAttachedUserPolicies,
  paginateListEntitiesForPolicy,
  paginateListGroupPolicies,
  paginateListGroups,
  paginateListGroupsForUser,
  paginateListMFADevices,
  paginateListPolicies,
  paginateListRolePolicies,
  paginateListRoles,
  paginateListUserPolicies,
  paginateListUsers,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
