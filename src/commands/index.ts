import { closest } from '../did-you-mean.ts';
import { approve } from './approve.ts';
import { ask } from './ask.ts';
import { audit } from './audit.ts';
import { cancel } from './cancel.ts';
import { changelog } from './changelog.ts';
import type { CommandDefinition } from './command-definition.ts';
import { cost } from './cost.ts';
import { deploy } from './deploy.ts';
import { describe } from './describe.ts';
import { diagnose } from './diagnose.ts';
import { dismiss } from './dismiss.ts';
import { flaky } from './flaky.ts';
import { health } from './health.ts';
import { help } from './help.ts';
import { incident } from './incident.ts';
import { lock } from './lock.ts';
import { locks } from './locks.ts';
import { promote } from './promote.ts';
import { reject } from './reject.ts';
import { retry } from './retry.ts';
import { review } from './review.ts';
import { rollback } from './rollback.ts';
import { run } from './run.ts';
import { schedules } from './schedules.ts';
import { status } from './status.ts';
import { triage } from './triage.ts';
import { unlock } from './unlock.ts';
import { workflow } from './workflow.ts';

export {
  approve,
  ask,
  audit,
  cancel,
  changelog,
  cost,
  deploy,
  describe,
  diagnose,
  dismiss,
  flaky,
  health,
  help,
  incident,
  lock,
  locks,
  promote,
  reject,
  retry,
  review,
  rollback,
  run,
  schedules,
  status,
  triage,
  unlock,
  workflow,
};

/** Every command, in the order of `/devops help`. */
export const commandDefinitions: readonly CommandDefinition[] = [
  review,
  ask,
  describe,
  changelog,
  run,
  workflow,
  dismiss,
  deploy,
  promote,
  rollback,
  status,
  lock,
  unlock,
  locks,
  approve,
  reject,
  cancel,
  retry,
  diagnose,
  flaky,
  incident,
  triage,
  health,
  cost,
  schedules,
  audit,
  help,
];

/** The command of a name, or the name that was probably meant. */
export function findCommand(name: string): CommandDefinition | { readonly didYouMean: string | undefined } {
  const found = commandDefinitions.find(definition => definition.name === name);
  return (
    found ?? {
      didYouMean: closest(
        name,
        commandDefinitions.map(definition => definition.name),
      ),
    }
  );
}
