import { type CommandDefinition, withoutArguments } from './command-definition.ts';

/** Drafts an entry for the changelog. */
export const changelog: CommandDefinition<undefined> = {
  name: 'changelog',
  summary: 'Drafts an entry for the changelog in the style of the repository’s own, for copying.',
  usage: '/devops changelog',
  permission: 'write',
  pullRequestOnly: true,
  read: withoutArguments,
};
