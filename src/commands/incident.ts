import type { CommandDefinition } from './command-definition.ts';

/** Collects what happened around an incident on one timeline. */
export const incident: CommandDefinition<{ readonly description: string }> = {
  name: 'incident',
  summary:
    'Puts alarms, changes, deployments and merges of the last hours on one timeline, says which change is likely why, and proposes a way out.',
  usage: '/devops incident <what is wrong>',
  permission: 'write',
  pullRequestOnly: false,
  read({ args }) {
    const description = args.join(' ').trim();
    if (description === '') return { kind: 'usage', message: 'Say in a few words what is wrong.' };
    return { kind: 'ok', value: { description } };
  },
};
