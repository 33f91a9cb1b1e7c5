import { type CommandDefinition, withoutArguments } from './command-definition.ts';

/** Looks at the issue once more. */
export const triage: CommandDefinition<undefined> = {
  name: 'triage',
  summary: 'Looks at this issue as if it were new: labels, what is missing, likely duplicates, owners.',
  usage: '/devops triage',
  permission: 'triage',
  pullRequestOnly: false,
  read: withoutArguments,
};
