import { z } from 'zod';
import { callMarker } from '../github-calls/call-marker.ts';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { outgoingLine, outgoingMarkdown } from '../github-calls/outgoing-markdown.ts';
import { body, labels, repository, title } from '../github-calls/parameters.ts';

/** Opens an issue. */
export const createIssue = changingTool({
  name: 'github_create_issue',
  description: 'Opens an issue. What a model wrote mentions nobody and closes nothing.',
  risk: 'write',
  permissions: { github: ['issues:write'] },
  undo: { kind: 'tool', tool: 'github_close_issue' },
  idempotent: false,
  parameters: z.object({ repository, title, body: body.default(''), labels: labels.optional() }),
  example: { repository: 'octo/app', title: 'The nightly build fails', labels: ['build'] },
  plan({ title: heading }, _call, { target }) {
    const summary = `Open the issue "${heading}" in ${target.owner}/${target.repo}.`;
    return Promise.resolve({ kind: 'plan', summary, checkedBy: 'pre-check' });
  },
  async handle(input, call, { octokit, target }) {
    const { data } = await octokit.rest.issues.create({
      ...target,
      title: outgoingLine(input.title, call),
      body: outgoingMarkdown(input.body, call),
      ...(input.labels !== undefined && { labels: input.labels }),
    });
    return { kind: 'ok', value: { number: data.number, url: data.html_url } };
  },
  async reconcile(_input, call, { octokit, target }) {
    const { data } = await octokit.rest.issues.listForRepo({ ...target, state: 'all', per_page: 100 });
    const found = data.find(issue => issue.body?.includes(callMarker(call)) === true);
    return found === undefined
      ? undefined
      : { kind: 'ok', value: { number: found.number, url: found.html_url } };
  },
});
