import type { CommandDefinition } from './command-definition.ts';
import { readRun } from './deploy-arguments.ts';

/** Lets something begin that waits for an approval; never your own. */
export const approve: CommandDefinition<{ readonly run: string }> = {
  name: 'approve',
  summary: 'Lets something begin that waits for an approval; never your own.',
  usage: '/devops approve <run>',
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
