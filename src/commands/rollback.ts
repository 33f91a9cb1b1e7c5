import type { CommandDefinition } from './command-definition.ts';
import { environmentArgument, shaOption, unknownOption } from './deploy-arguments.ts';

/** Brings back what was deployed before. */
export const rollback: CommandDefinition<{
  readonly environment: string;
  /** As typed: 7 to 64 hexadecimal digits. */
  readonly to: string | undefined;
}> = {
  name: 'rollback',
  summary:
    'Brings an environment back to the deployment before, or to a named commit that was deployed there.',
  usage: '/devops rollback <environment> [--to <sha>]',
  permission: 'triage',
  pullRequestOnly: false,
  read(command) {
    const unknown = unknownOption(command, ['to']);
    if (unknown !== undefined) return unknown;
    const environment = environmentArgument(command.args[0]);
    if (environment.kind === 'usage') return environment;
    if (command.args.length > 1) return { kind: 'usage', message: 'It takes one environment.' };
    const to = shaOption(command, 'to');
    if (to.kind === 'usage') return to;
    return { kind: 'ok', value: { environment: environment.value, to: to.value } };
  },
};
