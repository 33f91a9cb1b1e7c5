import { z } from 'zod';
import { callMarker } from '../github-calls/call-marker.ts';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { outgoingLine, outgoingMarkdown } from '../github-calls/outgoing-markdown.ts';
import { body, branch, repository, title } from '../github-calls/parameters.ts';

/** Opens a pull request from a branch that exists. */
export const createPullRequest = changingTool({
  name: 'github_create_pull_request',
  description:
    'Opens a pull request between two branches of a repository. github_propose_change makes the branch as well.',
  risk: 'write',
  permissions: { github: ['pull_requests:write'] },
  undo: { kind: 'tool', tool: 'github_close_pull_request' },
  idempotent: false,
  parameters: z.object({
    repository,
    title,
    head: branch.describe('the branch with the change'),
    base: branch.optional().describe('default: the default branch'),
    body: body.default(''),
    draft: z.boolean().default(false),
  }),
  example: { repository: 'octo/app', title: 'Pin the actions', head: 'pin-actions', draft: true },
  async plan(input, _call, { octokit, target }) {
    const base = input.base ?? (await octokit.rest.repos.get(target)).data.default_branch;
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...target,
      basehead: `${base}...${input.head}`,
    });
    if (data.ahead_by === 0)
      return {
        kind: 'refused',
        code: 'no-change',
        message: `${input.head} has no commit that ${base} lacks.`,
      };
    const where = `${target.owner}/${target.repo}`;
    const summary = `Open the pull request "${input.title}" in ${where}: ${data.ahead_by} commits of ${input.head} into ${base}.`;
    return { kind: 'plan', summary, checkedBy: 'pre-check' };
  },
  async handle(input, call, { octokit, target }) {
    const { data } = await octokit.rest.pulls.create({
      ...target,
      title: outgoingLine(input.title, call),
      head: input.head,
      base: input.base ?? (await octokit.rest.repos.get(target)).data.default_branch,
      body: outgoingMarkdown(input.body, call),
      draft: input.draft,
    });
    return { kind: 'ok', value: { number: data.number, url: data.html_url } };
  },
  async reconcile(input, call, { octokit, target }) {
    const { data } = await octokit.rest.pulls.list({
      ...target,
      state: 'all',
      head: `${target.owner}:${input.head}`,
    });
    const found = data.find(pull => pull.body?.includes(callMarker(call)) === true);
    return found === undefined
      ? undefined
      : { kind: 'ok', value: { number: found.number, url: found.html_url } };
  },
});
