import type { ApprovalNeed } from '../contracts/approval.ts';
import type { ActorFacts } from '../contracts/gate.ts';
import { membershipOf, namesOf } from './deployment/membership.ts';

/** Which needs of an approval somebody may answer, or why none. */
export type Approvable =
  | { readonly kind: 'some'; readonly names: readonly string[] }
  | { readonly kind: 'none'; readonly code: string; readonly message: string; readonly next: string };

/** Whether somebody may give an approval; the requester is kept out by the store, which knows who asked. */
export function approvableNeeds(needs: readonly ApprovalNeed[], actor: ActorFacts): Approvable {
  const memberships = needs.map(need => ({ need, membership: membershipOf(actor, need.allowed) }));
  const names = memberships
    .filter(({ membership }) => membership.kind === 'allowed')
    .map(({ need }) => need.name);
  if (names.length > 0) return { kind: 'some', names };
  const unreadable = memberships.find(({ membership }) => membership.kind === 'unreadable');
  if (unreadable?.membership.kind === 'unreadable')
    return {
      kind: 'none',
      code: 'team-membership-unreadable',
      message: `Your team membership could not be read: ${unreadable.membership.reason}`,
      next: 'Try again; if it stays, check the permissions of the App.',
    };
  const listed = namesOf({
    users: needs.flatMap(({ allowed }) => allowed.users),
    teams: needs.flatMap(({ allowed }) => allowed.teams),
  });
  return {
    kind: 'none',
    code: 'approver-not-allowed',
    message: 'You may not approve this.',
    next:
      listed === ''
        ? `Ask somebody with the ${needs[0]?.allowed.role ?? 'admin'} role.`
        : `Ask one of: ${listed}.`,
  };
}
