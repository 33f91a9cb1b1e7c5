import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { readTool } from '../github-calls/define-github-tool.ts';
import { path, ref, repository } from '../github-calls/parameters.ts';

/** The text of one file. */
export const readFile = readTool({
  name: 'github_read_file',
  description: 'Reads a text file of a repository, whole or some of its lines, at a branch, tag or commit.',
  permissions: { github: ['contents:read'] },
  maxResultBytes: 128 * 1024,
  parameters: z.object({
    repository,
    path: path.min(1),
    ref: ref.optional().describe('branch, tag or commit; default: the default branch'),
    startLine: z.int().min(1).default(1),
    endLine: z.int().min(1).optional(),
  }),
  example: { repository: 'octo/app', path: 'README.md' },
  async handle(input, _call, { octokit, target }) {
    const { data } = await octokit.rest.repos.getContent({
      ...target,
      path: input.path,
      ...(input.ref !== undefined && { ref: input.ref }),
    });
    if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) {
      const kind = Array.isArray(data) ? 'a folder: github_list_files lists it' : `a ${data.type}`;
      return { kind: 'refused', code: 'not-a-file', message: `${input.path} is ${kind}.` };
    }
    const bytes =
      data.encoding === 'base64'
        ? Buffer.from(data.content, 'base64')
        : await readLarge(data.sha, () => octokit.rest.git.getBlob({ ...target, file_sha: data.sha }));
    if (bytes.includes(0))
      return {
        kind: 'refused',
        code: 'binary',
        message: `${input.path} is a binary file of ${data.size} bytes.`,
      };
    const lines = bytes.toString('utf8').split('\n');
    const { startLine, endLine = lines.length } = input;
    return {
      kind: 'ok',
      value: {
        path: data.path,
        sha: data.sha,
        bytes: data.size,
        lines: lines.length,
        startLine,
        text: lines.slice(startLine - 1, endLine).join('\n'),
      },
    };
  },
});

/** The contents API leaves out what is larger than 1 MB. */
async function readLarge(
  _sha: string,
  getBlob: () => Promise<{ readonly data: { readonly content: string } }>,
): Promise<Buffer> {
  return Buffer.from((await getBlob()).data.content, 'base64');
}
