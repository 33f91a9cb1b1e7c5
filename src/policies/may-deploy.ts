import type { Allowed } from '../contracts/deploy.ts';
import type { ActorFacts } from '../contracts/gate.ts';
import { membershipOf } from './deployment/membership.ts';

/** Whether somebody is one of those who may deploy; what cannot be read does not allow. */
export function mayDeploy(actor: ActorFacts, allowed: Allowed): boolean {
  return membershipOf(actor, allowed).kind === 'allowed';
}
