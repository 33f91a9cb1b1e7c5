import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { id, limit, repository } from '../github-calls/parameters.ts';

/** One check run with its annotations. */
export const getCheck = readTool({
  name: 'github_get_check',
  description: 'Gets a check run: its conclusion, its report and its annotations on lines.',
  permissions: { github: ['checks:read'] },
  parameters: z.object({ repository, check: id, limit: limit.describe('most annotations') }),
  example: { repository: 'octo/app', check: 1 },
  async handle(input, _call, { octokit, target }) {
    const options = { ...target, check_run_id: input.check };
    const { data } = await octokit.rest.checks.get(options);
    const found = await collect(
      input.limit,
      async paging => (await octokit.rest.checks.listAnnotations({ ...options, ...paging })).data,
    );
    const answer = listed('annotations', found, annotation => ({
      path: annotation.path,
      startLine: annotation.start_line,
      endLine: annotation.end_line,
      level: annotation.annotation_level,
      title: annotation.title,
      message: annotation.message,
    }));
    if (answer.kind !== 'ok') return answer;
    const { name, status, conclusion, head_sha: headSha, output } = data;
    const report = { title: output.title, summary: output.summary, text: output.text };
    return {
      ...answer,
      value: { name, status, conclusion, headSha, ...report, ...(answer.value as object) },
    };
  },
});
