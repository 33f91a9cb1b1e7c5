import type { CommandDefinition } from './command-definition.ts';
import { environmentArgument, unknownOption } from './deploy-arguments.ts';

/** Deploys what is active in one environment to another. */
export const promote: CommandDefinition<{ readonly from: string; readonly to: string }> = {
  name: 'promote',
  summary: 'Deploys exactly what is active in one environment to another, through the gates of the other.',
  usage: '/devops promote <from> <to>',
  permission: 'triage',
  pullRequestOnly: true,
  read(command) {
    const unknown = unknownOption(command, []);
    if (unknown !== undefined) return unknown;
    const from = environmentArgument(command.args[0]);
    if (from.kind === 'usage') return from;
    const to = environmentArgument(command.args[1]);
    if (to.kind === 'usage') return { kind: 'usage', message: 'Name the environment to deploy to as well.' };
    if (command.args.length > 2) return { kind: 'usage', message: 'It takes two environments.' };
    if (from.value === to.value) return { kind: 'usage', message: 'Name two different environments.' };
    return { kind: 'ok', value: { from: from.value, to: to.value } };
  },
};
