import { type CommandDefinition, withoutArguments } from './command-definition.ts';

/** Lists the locks and who waits for them. */
export const locks: CommandDefinition<undefined> = {
  name: 'locks',
  summary: 'Shows which environments are locked, by whom and why, and who waits.',
  usage: '/devops locks',
  permission: 'triage',
  pullRequestOnly: false,
  read: withoutArguments,
};
