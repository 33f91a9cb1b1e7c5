import type { Decision } from '../contracts/policy.ts';
import { allow } from '../contracts/policy.ts';

/** Roles from least to most; a role includes those before it. */
const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Whether an actor's role in the repository is at least the one an action needs. */
export function actorPermission(facts: { readonly role: Role; readonly needed: Role }): Decision {
  if (roles.indexOf(facts.role) >= roles.indexOf(facts.needed)) return allow;
  return {
    kind: 'deny',
    code: 'actor-permission',
    message: `This needs the ${facts.needed} role in this repository; yours is ${facts.role}.`,
    next: `Ask somebody with the ${facts.needed} role.`,
  };
}
