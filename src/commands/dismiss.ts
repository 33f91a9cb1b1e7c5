import type { CommandDefinition } from './command-definition.ts';

/** Longest reason that is kept, characters. */
const maxReason = 300;

/** Sets one finding aside on this pull request, with a reason that stays visible. */
export const dismiss: CommandDefinition<{ readonly fingerprint: string; readonly reason: string }> = {
  name: 'dismiss',
  summary: 'Sets a finding aside on this pull request; the reason and your name stay visible.',
  usage: '/devops dismiss <finding> [reason]',
  permission: 'write',
  pullRequestOnly: true,
  read({ args }) {
    const [id = '', ...words] = args;
    if (!/^[0-9a-f]{6,16}$/.test(id)) {
      return {
        kind: 'usage',
        message: 'Name the finding by its id from the review comment, at least six characters of it.',
      };
    }
    const reason = words.join(' ').slice(0, maxReason);
    return { kind: 'ok', value: { fingerprint: id, reason: reason === '' ? 'No reason given.' : reason } };
  },
};
