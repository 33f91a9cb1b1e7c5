import type { CommandDefinition } from './command-definition.ts';

/** Asks a question about the repository. */
export const ask: CommandDefinition<{ readonly question: string }> = {
  name: 'ask',
  summary: 'Answers a question about the repository; what it finds you wanting done it names as a command.',
  usage: '/devops ask <question>',
  permission: 'write',
  pullRequestOnly: false,
  read({ args }) {
    const question = args.join(' ').trim();
    if (question === '') return { kind: 'usage', message: 'Ask something.' };
    return { kind: 'ok', value: { question } };
  },
};
