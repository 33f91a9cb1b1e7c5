import { type CommandDefinition, withoutArguments } from './command-definition.ts';

/** Lists what runs at set times. */
export const schedules: CommandDefinition<undefined> = {
  name: 'schedules',
  summary: 'Reads the schedules of the default branch anew and lists them with their next times.',
  usage: '/devops schedules',
  permission: 'triage',
  pullRequestOnly: false,
  read: withoutArguments,
};
