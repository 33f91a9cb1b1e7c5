import { z } from 'zod';
import { readTool } from '../github-calls/define-github-tool.ts';
import { path, ref, repository } from '../github-calls/parameters.ts';

/** The files of a folder. */
export const listFiles = readTool({
  name: 'github_list_files',
  description: 'Lists the files of a folder of a repository, or of everything below it.',
  permissions: { github: ['contents:read'] },
  parameters: z.object({
    repository,
    path: path.default('').describe('a folder; default: the top'),
    ref: ref.optional().describe('branch, tag or commit; default: the default branch'),
    recursive: z.boolean().default(false),
  }),
  example: { repository: 'octo/app', recursive: true },
  async handle(input, _call, { octokit, target }) {
    const { data } = await octokit.rest.git.getTree({
      ...target,
      tree_sha: input.ref ?? 'HEAD',
      ...((input.recursive || input.path !== '') && { recursive: 'true' }),
    });
    const prefix = input.path === '' ? '' : `${input.path}/`;
    const below = data.tree.filter(({ path: name }) => name.startsWith(prefix) && name !== prefix);
    const entries = input.recursive
      ? below.filter(({ type }) => type !== 'tree')
      : below.filter(({ path: name }) => !name.slice(prefix.length).includes('/'));
    if (entries.length === 0 && input.path !== '')
      return {
        kind: 'refused',
        code: 'not-found',
        message: `There is no folder ${input.path} at that commit.`,
      };
    return {
      kind: 'ok',
      value: {
        files: entries.map(({ path: name, type, size }) => ({
          path: name,
          type: type === 'tree' ? 'folder' : type === 'commit' ? 'submodule' : 'file',
          ...(size !== undefined && { bytes: size }),
        })),
      },
      ...(data.truncated && {
        cut: 'GitHub cut the listing of this very large repository; ask for a folder',
      }),
    };
  },
});
