import type { CommandDefinition } from './command-definition.ts';

/** Drafts a title and a description of the pull request. */
export const describe: CommandDefinition<{ readonly apply: boolean }> = {
  name: 'describe',
  summary:
    'Drafts a title and a description for copying; with `--apply` writes the description into the pull request, between markers of its own.',
  usage: '/devops describe [--apply]',
  permission: 'write',
  pullRequestOnly: true,
  read({ args, options }) {
    const { apply, ...others } = options;
    const isKnown = args.length === 0 && Object.keys(others).length === 0 && typeof apply !== 'string';
    return isKnown
      ? { kind: 'ok', value: { apply: apply === true } }
      : { kind: 'usage', message: 'It takes `--apply` and nothing else.' };
  },
};
