import type { Allowed } from '../../contracts/deploy.ts';
import type { ActorFacts } from '../../contracts/gate.ts';
import { roleNames } from '../../contracts/role.ts';

/** Why somebody is not one of those allowed, or that they are. */
export type Membership =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'role' }
  | { readonly kind: 'not-listed' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Whether somebody is one of those allowed: the role at least, and where teams or users are listed, one of those.
 * Logins and team slugs are compared without case, as GitHub does.
 */
export function membershipOf(actor: ActorFacts, allowed: Allowed): Membership {
  if (roleNames.indexOf(actor.role) < roleNames.indexOf(allowed.role)) return { kind: 'role' };
  if (allowed.users.length === 0 && allowed.teams.length === 0) return { kind: 'allowed' };
  if (includesName(allowed.users, actor.login)) return { kind: 'allowed' };
  if (allowed.teams.length === 0) return { kind: 'not-listed' };
  if (actor.teams.kind === 'unreadable') return { kind: 'unreadable', reason: actor.teams.reason };
  const member = actor.teams.value.some(team => includesName(allowed.teams, team));
  return member ? { kind: 'allowed' } : { kind: 'not-listed' };
}

/** `@mona, @octo/deployers`, without mentioning anybody. */
export function namesOf(allowed: Pick<Allowed, 'teams' | 'users'>): string {
  const names = [...allowed.users, ...allowed.teams.map(team => `team ${team}`)];
  return names.map(name => `\`${name}\``).join(', ');
}

/** Whether two logins (or team slugs) are the same one. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function includesName(names: readonly string[], name: string): boolean {
  return names.some(candidate => sameName(candidate, name));
}
