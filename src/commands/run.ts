import type { CommandDefinition } from './command-definition.ts';

/** Asks one agent. */
export const run: CommandDefinition<{ readonly agent: string; readonly input: string }> = {
  name: 'run',
  summary: 'Asks an agent, built in or of this repository; its answer becomes a comment.',
  usage: '/devops run <agent> <input>',
  permission: 'write',
  pullRequestOnly: false,
  read({ args }) {
    const [agent, ...words] = args;
    if (agent === undefined || words.length === 0)
      return { kind: 'usage', message: 'Name an agent and say what it shall do.' };
    return { kind: 'ok', value: { agent, input: words.join(' ') } };
  },
};
