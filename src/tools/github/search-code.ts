import { z } from 'zod';
import { readTool } from '../github-calls/define-github-tool.ts';
import { repository } from '../github-calls/parameters.ts';

/** Finds text in the default branch. */
export const searchCode = readTool({
  name: 'github_search_code',
  description: 'Searches the default branch of a repository for text, as GitHub code search finds it.',
  permissions: { github: ['contents:read'] },
  parameters: z.object({
    repository,
    // A qualifier would search in other repositories than the run's own.
    text: z
      .string()
      .min(1)
      .max(200)
      .refine(
        value =>
          !/\b(?:repo|org|user|owner|enterprise|is|in|fork|saved)\s*:/i.test(value) &&
          !/\b(?:OR|NOT|AND)\b/.test(value),
        'must be plain text, without qualifiers such as repo: or OR',
      ),
    extension: z
      .string()
      .regex(/^[A-Za-z0-9]{1,12}$/)
      .optional()
      .describe('only files with this extension, for example ts'),
    limit: z.int().min(1).max(100).default(20),
  }),
  example: { repository: 'octo/app', text: 'export', limit: 5 },
  async handle(input, _call, { octokit, target }) {
    const quoted = `"${input.text.replace(/["\\]/g, ' ')}"`;
    const extension = input.extension === undefined ? '' : ` extension:${input.extension}`;
    const { data } = await octokit.rest.search.code({
      q: `${quoted} repo:${target.owner}/${target.repo}${extension}`,
      per_page: input.limit,
      headers: { accept: 'application/vnd.github.text-match+json' },
      request: target.request,
    });
    const own = `${target.owner}/${target.repo}`.toLowerCase();
    const items = data.items.filter(item => item.repository.full_name.toLowerCase() === own);
    const isCut = data.incomplete_results || data.total_count > items.length;
    return {
      kind: 'ok',
      value: {
        total: data.total_count,
        matches: items.map(({ path, sha, text_matches: texts = [] }) => ({
          path,
          sha,
          fragments: texts.map(({ fragment }) => fragment ?? ''),
        })),
      },
      ...(isCut && { cut: `${items.length} of ${data.total_count} files` }),
    };
  },
});
