import { z } from 'zod';
import { readTool } from '../github-calls/define-github-tool.ts';
import { logExcerpts } from '../github-calls/log-excerpts.ts';
import { id, repository } from '../github-calls/parameters.ts';

/** What a job's log says went wrong. */
export const getJobLog = readTool({
  name: 'github_get_job_log',
  description:
    'Gets the log of a job: the places that tell of errors with some lines around them, or its end, or lines that are asked for.',
  permissions: { github: ['actions:read'] },
  timeoutMs: 60_000,
  maxResultBytes: 48 * 1024,
  parameters: z.object({
    repository,
    job: id,
    startLine: z.int().min(1).optional().describe('instead of excerpts, the lines from here'),
    lines: z.int().min(1).max(1000).default(200),
  }),
  example: { repository: 'octo/app', job: 1 },
  async handle(input, _call, { octokit, target }) {
    const { data } = await octokit.rest.actions.downloadJobLogsForWorkflowRun({
      ...target,
      job_id: input.job,
    });
    const log = String(data);
    if (input.startLine === undefined) return { kind: 'ok', value: { job: input.job, ...logExcerpts(log) } };
    const all = log.split(/\r?\n/);
    const from = input.startLine;
    const text = all.slice(from - 1, from - 1 + input.lines).join('\n');
    return { kind: 'ok', value: { job: input.job, lines: all.length, excerpts: [{ from, text }] } };
  },
});
