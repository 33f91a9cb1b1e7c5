import type { Gate } from './gate.ts';
import { membershipOf, namesOf } from './membership.ts';
import { off, pass, refuse, unread, unreadable } from './verdict.ts';

/** Who may deploy to the environment: by the permission API's role, and where they are listed, teams and users. */
export const actorGate: Gate = ({ request, actor }, { environment }) => {
  // The configuration of the default branch asked, which only people with write access can change.
  if (request.trigger === 'event') return off('Asked by `deploy.on` of the configuration.');
  if (actor === undefined) return unread;
  const { allowed } = environment.gates;
  const membership = membershipOf(actor, allowed);
  switch (membership.kind) {
    case 'allowed':
      return pass(`\`${actor.login}\` may deploy to \`${environment.name}\`.`);
    case 'role':
      return refuse(
        'actor-role',
        `Deploying to \`${environment.name}\` needs the ${allowed.role} role; yours is ${actor.role}.`,
        `Ask somebody with the ${allowed.role} role.`,
      );
    case 'not-listed':
      return refuse(
        'actor-not-listed',
        `You are not among those who may deploy to \`${environment.name}\`.`,
        `Ask one of: ${namesOf(allowed)}.`,
      );
    case 'unreadable':
      return unreadable('team-membership', membership.reason);
  }
};
