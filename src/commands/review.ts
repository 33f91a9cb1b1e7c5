import { type CommandDefinition, withoutArguments } from './command-definition.ts';

/** Reviews the present head, with the model where one is configured. */
export const review: CommandDefinition<undefined> = {
  name: 'review',
  summary: 'Reviews the pull request again, with the model if one is configured (also on forks and drafts).',
  usage: '/devops review',
  permission: 'write',
  pullRequestOnly: true,
  read: withoutArguments,
};
