import type { Decision } from '../contracts/policy.ts';
import { allow } from '../contracts/policy.ts';
import { type RoleName, roleNames } from '../contracts/role.ts';

/** Whether an actor's role in the repository is at least the one an action needs. */
export function actorPermission(facts: { readonly role: RoleName; readonly needed: RoleName }): Decision {
  if (roleNames.indexOf(facts.role) >= roleNames.indexOf(facts.needed)) return allow;
  return {
    kind: 'deny',
    code: 'actor-permission',
    message: `This needs the ${facts.needed} role in this repository; yours is ${facts.role}.`,
    next: `Ask somebody with the ${facts.needed} role.`,
  };
}
