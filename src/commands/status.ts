import { type CommandDefinition, withoutArguments } from './command-definition.ts';

/** Tells what the newest review came to. */
export const status: CommandDefinition<undefined> = {
  name: 'status',
  summary: 'Shows what the newest review of this pull request came to.',
  usage: '/devops status',
  permission: 'triage',
  pullRequestOnly: true,
  read: withoutArguments,
};
