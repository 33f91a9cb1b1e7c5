import type { CommandDefinition } from './command-definition.ts';
import { readRun } from './deploy-arguments.ts';

/** Longest reason that is kept, characters. */
const maxReason = 300;

/** Refuses what waits for an approval. */
export const reject: CommandDefinition<{ readonly run: string; readonly reason: string }> = {
  name: 'reject',
  summary: 'Refuses something that waits for an approval; it then ends.',
  usage: '/devops reject <run> [reason]',
  permission: 'triage',
  pullRequestOnly: false,
  read(command) {
    const run = readRun(command);
    if (run.kind === 'usage') return run;
    const { run: id, rest } = run.value;
    return { kind: 'ok', value: { run: id, reason: rest.join(' ').slice(0, maxReason) } };
  },
};
