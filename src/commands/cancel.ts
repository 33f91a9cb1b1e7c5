import type { CommandDefinition } from './command-definition.ts';
import { readRun } from './deploy-arguments.ts';

/** Stops a deployment that waits or is under way. */
export const cancel: CommandDefinition<{ readonly run: string }> = {
  name: 'cancel',
  summary: 'Stops a deployment that waits or is under way.',
  usage: '/devops cancel <run>',
  permission: 'triage',
  pullRequestOnly: false,
  read(command) {
    const run = readRun(command);
    if (run.kind === 'usage') return run;
    return run.value.rest.length > 0
      ? { kind: 'usage', message: 'It takes one run.' }
      : { kind: 'ok', value: { run: run.value.run } };
  },
};
