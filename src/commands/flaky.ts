import { type CommandDefinition, withoutArguments } from './command-definition.ts';

/** Lists the tests that failed and passed on one commit. */
export const flaky: CommandDefinition<undefined> = {
  name: 'flaky',
  summary: 'Lists the tests that failed and passed on the same commit, with their rate.',
  usage: '/devops flaky',
  permission: 'triage',
  pullRequestOnly: false,
  read: withoutArguments,
};
