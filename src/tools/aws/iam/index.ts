import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { credentialReport } from './credential-report.ts';
import { getGroup } from './get-group.ts';
import { getPolicy } from './get-policy.ts';
import { getRole } from './get-role.ts';
import { getUser } from './get-user.ts';
import { listAccessKeys } from './list-access-keys.ts';
import { listGroups } from './list-groups.ts';
import { listPolicies } from './list-policies.ts';
import { listRoles } from './list-roles.ts';
import { listUsers } from './list-users.ts';
import { simulatePolicy } from './simulate-policy.ts';

/** AWS IAM: users, groups, roles, policies, access keys, and who can do what. */
export const iamTools: readonly AwsTool[] = [
  credentialReport,
  getGroup,
  getPolicy,
  getRole,
  getUser,
  listAccessKeys,
  listGroups,
  listPolicies,
  listRoles,
  listUsers,
  simulatePolicy,
];
