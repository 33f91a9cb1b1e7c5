/** Roles from least to most, as GitHub's permission API names them; a role includes those before it. */
export const roleNames = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type RoleName = (typeof roleNames)[number];
