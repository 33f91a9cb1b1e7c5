import { identityStates } from './identity.ts';
import { loggingStates } from './logging.ts';
import { monitoringStates } from './monitoring.ts';
import { networkingStates } from './networking.ts';
import type { ControlState } from './state.ts';
import { storageStates } from './storage.ts';

/** Every control that AWS's API puts into both states. */
export const controlStates: readonly ControlState[] = [
  ...identityStates,
  ...storageStates,
  ...loggingStates,
  ...monitoringStates,
  ...networkingStates,
];

/** Why such a control has no states. */
export const onlyPeople = 'A control that only people can answer: its verdict is always MANUAL.';
const root = 'No API gives or takes credentials of the root user of a standalone account.';

/** Controls that are tested over snapshots alone, with why. */
export const withoutStates: Readonly<Record<string, string>> = {
  '1.1': onlyPeople,
  '1.3': root,
  '1.4': root,
  '1.5': root,
  '1.6': 'Nothing but a sign-in as the root user changes when it was used last.',
  '1.10': onlyPeople,
  '1.20': onlyPeople,
  '2.1.2': 'Only the root user with its second factor can set MFA delete.',
  '2.1.3': onlyPeople,
};
