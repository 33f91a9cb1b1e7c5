import { type CommandDefinition, withoutArguments } from './command-definition.ts';

/** The reviews there are. */
export type ReviewAgent = 'security' | 'code';

/** Reviews the present head, with the model where one is configured: for security, or the code. */
export const review: CommandDefinition<{ readonly agent: ReviewAgent }> = {
  name: 'review',
  summary:
    'Reviews the pull request again, with the model if one is configured (also on forks and drafts): its security, or with `code` the code.',
  usage: '/devops review [security|code]',
  permission: 'write',
  pullRequestOnly: true,
  read(command) {
    const [agent = 'security', ...more] = command.args;
    if (agent !== 'security' && agent !== 'code')
      return { kind: 'usage', message: 'There is a `security` review and a `code` review.' };
    const rest = withoutArguments({ ...command, args: more });
    return rest.kind === 'usage'
      ? { kind: 'usage', message: 'It takes the name of a review and nothing else.' }
      : { kind: 'ok', value: { agent } };
  },
};
