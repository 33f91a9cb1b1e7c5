import { type CommandDefinition, withoutArguments } from './command-definition.ts';

/** Tells why the workflows of the present head failed. */
export const diagnose: CommandDefinition<undefined> = {
  name: 'diagnose',
  summary: 'Tells why the workflows of this pull request’s newest commit failed, from their logs.',
  usage: '/devops diagnose',
  permission: 'triage',
  pullRequestOnly: true,
  read: withoutArguments,
};
