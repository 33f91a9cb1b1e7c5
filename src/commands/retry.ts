import type { CommandDefinition } from './command-definition.ts';
import { readRun } from './deploy-arguments.ts';

/** Asks again for a deployment that ended, of the same commit with the same parameters. */
export const retry: CommandDefinition<{ readonly run: string }> = {
  name: 'retry',
  summary: 'Asks again for a deployment that ended, of the same commit with the same parameters.',
  usage: '/devops retry <run>',
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
