import type { CommandDefinition } from './command-definition.ts';

/** Lists the commands, or one in full. */
export const help: CommandDefinition<{ readonly topic: string | undefined }> = {
  name: 'help',
  summary: 'Shows the commands, or how one is used.',
  usage: '/devops help [command]',
  permission: 'triage',
  pullRequestOnly: false,
  read: ({ args }) =>
    args.length > 1
      ? { kind: 'usage', message: 'It takes at most the name of one command.' }
      : { kind: 'ok', value: { topic: args[0] } },
};
