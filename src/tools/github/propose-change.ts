import { z } from 'zod';
import { callName } from '../github-calls/call-marker.ts';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { outgoingLine, outgoingMarkdown } from '../github-calls/outgoing-markdown.ts';
import { body, branch, path, repository, title } from '../github-calls/parameters.ts';
import { protectedPath } from '../github-calls/protected-path.ts';

const file = z.object({
  path: path.min(1),
  content: z.string().max(500_000).nullable().describe('the whole new text; null deletes the file'),
});

/** A change as a branch of its own and a pull request: nothing that exists is overwritten. */
export const proposeChange = changingTool({
  name: 'github_propose_change',
  description:
    'Proposes a change: commits whole files on a new branch and opens a pull request for people to review. Workflows and the configuration of this product cannot be changed this way.',
  risk: 'write',
  permissions: { github: ['contents:write', 'pull_requests:write'] },
  undo: { kind: 'tool', tool: 'github_close_pull_request' },
  idempotent: false,
  timeoutMs: 60_000,
  parameters: z.object({
    repository,
    title,
    body: body.default(''),
    base: branch.optional().describe('default: the default branch'),
    files: z.array(file).min(1).max(50),
  }),
  example: {
    repository: 'octo/app',
    title: 'Say what the App does',
    files: [{ path: 'README.md', content: '# App\n\nIt greets.\n' }],
  },
  async plan(input, _call, { octokit, target }) {
    const refused = input.files
      .map(({ path: name }) => protectedPath(name))
      .find(reason => reason !== undefined);
    if (refused !== undefined) return { kind: 'refused', code: 'protected-path', message: refused };
    const names = input.files.map(({ path: name }) => name);
    if (new Set(names).size < names.length)
      return { kind: 'refused', code: 'same-file-twice', message: 'A path is given twice.' };
    const base = input.base ?? (await octokit.rest.repos.get(target)).data.default_branch;
    await octokit.rest.repos.getBranch({ ...target, branch: base });
    const where = `${target.owner}/${target.repo}`;
    const summary = `Open the pull request "${input.title}" into ${base} of ${where}, changing ${names.join(', ')}.`;
    return { kind: 'plan', summary, checkedBy: 'pre-check' };
  },
  async handle(input, call, { octokit, target }) {
    const base = input.base ?? (await octokit.rest.repos.get(target)).data.default_branch;
    const head = branchOf(call.idempotencyKey);
    const { data: from } = await octokit.rest.repos.getBranch({ ...target, branch: base });
    const { data: tree } = await octokit.rest.git.createTree({
      ...target,
      base_tree: from.commit.commit.tree.sha,
      tree: input.files.map(({ path: name, content }) => ({
        path: name,
        mode: '100644',
        type: 'blob',
        ...(content === null ? { sha: null } : { content }),
      })),
    });
    const message = outgoingLine(input.title, call);
    const { data: commit } = await octokit.rest.git.createCommit({
      ...target,
      message,
      tree: tree.sha,
      parents: [from.commit.sha],
    });
    await octokit.rest.git.createRef({ ...target, ref: `refs/heads/${head}`, sha: commit.sha });
    const { data } = await octokit.rest.pulls.create({
      ...target,
      title: message,
      head,
      base,
      body: outgoingMarkdown(input.body, call),
    });
    return {
      kind: 'ok',
      value: { number: data.number, branch: head, commit: commit.sha, url: data.html_url },
    };
  },
  async reconcile(_input, call, { octokit, target }) {
    const head = branchOf(call.idempotencyKey);
    const { data } = await octokit.rest.pulls.list({
      ...target,
      state: 'all',
      head: `${target.owner}:${head}`,
    });
    const [found] = data;
    if (found !== undefined)
      return {
        kind: 'ok',
        value: { number: found.number, branch: head, commit: found.head.sha, url: found.html_url },
      };
    // A branch without its pull request is left over from the crash and would stand in the way.
    const { data: refs } = await octokit.rest.git.listMatchingRefs({ ...target, ref: `heads/${head}` });
    if (refs.some(({ ref }) => ref === `refs/heads/${head}`))
      await octokit.rest.git.deleteRef({ ...target, ref: `heads/${head}` });
    return undefined;
  },
});

/** The call's own branch, so that a repeated call finds what the first one made. */
function branchOf(idempotencyKey: string): string {
  return `devops/${callName(idempotencyKey)}`;
}
