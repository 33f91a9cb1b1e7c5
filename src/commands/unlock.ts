import type { CommandDefinition } from './command-definition.ts';
import { environmentOrGlobal, unknownOption } from './deploy-arguments.ts';

/** Frees an environment, or the lock over all of them. */
export const unlock: CommandDefinition<{ readonly environment: string | null }> = {
  name: 'unlock',
  summary: 'Frees an environment (or all) that nobody is deploying to just now; the next in line begins.',
  usage: '/devops unlock <environment | --global>',
  permission: 'triage',
  pullRequestOnly: false,
  read(command) {
    const unknown = unknownOption(command, ['global']);
    if (unknown !== undefined) return unknown;
    const target = environmentOrGlobal(command);
    if (target.kind === 'usage') return target;
    const { environment, rest } = target.value;
    return rest.length > 0
      ? { kind: 'usage', message: 'It takes one environment.' }
      : { kind: 'ok', value: { environment } };
  },
};
