import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { addUserToGroup } from './add-user-to-group.ts';
import { attachPolicy } from './attach-policy.ts';
import { createAccessKey } from './create-access-key.ts';
import { createGroup } from './create-group.ts';
import { createPolicy } from './create-policy.ts';
import { createRole } from './create-role.ts';
import { createUser } from './create-user.ts';
import { credentialReport } from './credential-report.ts';
import { deactivateAccessKey } from './deactivate-access-key.ts';
import { deleteAccessKey } from './delete-access-key.ts';
import { deleteGroup } from './delete-group.ts';
import { deletePolicy } from './delete-policy.ts';
import { deleteRole } from './delete-role.ts';
import { deleteUser } from './delete-user.ts';
import { detachPolicy } from './detach-policy.ts';
import { getGroup } from './get-group.ts';
import { getPolicy } from './get-policy.ts';
import { getRole } from './get-role.ts';
import { getUser } from './get-user.ts';
import { listAccessKeys } from './list-access-keys.ts';
import { listGroups } from './list-groups.ts';
import { listPolicies } from './list-policies.ts';
import { listRoles } from './list-roles.ts';
import { listUsers } from './list-users.ts';
import { raisePasswordPolicy } from './raise-password-policy.ts';
import { removeUserFromGroup } from './remove-user-from-group.ts';
import { rotateAccessKey } from './rotate-access-key.ts';
import { simulatePolicy } from './simulate-policy.ts';
import { whoCan } from './who-can.ts';

/** AWS IAM: users, groups, roles, policies, access keys, and who can do what. */
export const iamTools: readonly AwsTool[] = [
  addUserToGroup,
  attachPolicy,
  createAccessKey,
  createGroup,
  createPolicy,
  createRole,
  createUser,
  credentialReport,
  deactivateAccessKey,
  deleteAccessKey,
  deleteGroup,
  deletePolicy,
  deleteRole,
  deleteUser,
  detachPolicy,
  getGroup,
  getPolicy,
  getRole,
  getUser,
  listAccessKeys,
  listGroups,
  listPolicies,
  listRoles,
  listUsers,
  raisePasswordPolicy,
  removeUserFromGroup,
  rotateAccessKey,
  simulatePolicy,
  whoCan,
];
