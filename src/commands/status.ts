import type { CommandDefinition } from './command-definition.ts';
import { environmentArgument, unknownOption } from './deploy-arguments.ts';

/** Tells what the newest review came to, and what is deployed where. */
export const status: CommandDefinition<{ readonly environment: string | undefined }> = {
  name: 'status',
  summary:
    'Shows what the newest review came to and what is deployed where; with an environment, its history.',
  usage: '/devops status [environment]',
  permission: 'triage',
  pullRequestOnly: false,
  read(command) {
    const unknown = unknownOption(command, []);
    if (unknown !== undefined) return unknown;
    if (command.args.length === 0) return { kind: 'ok', value: { environment: undefined } };
    const environment = environmentArgument(command.args[0]);
    if (environment.kind === 'usage') return environment;
    return command.args.length > 1
      ? { kind: 'usage', message: 'It takes at most one environment.' }
      : { kind: 'ok', value: { environment: environment.value } };
  },
};
