import { z } from 'zod';
import type { Octokit } from '../../clients/github/octokit-repository-client.ts';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { statusOf } from '../github-calls/github-failure.ts';
import { login, repositoryName } from '../github-calls/parameters.ts';

/** Creates a repository, private unless asked otherwise. */
export const createRepository = changingTool({
  name: 'github_create_repository',
  description:
    'Creates a repository for the caller or in an organisation. It is private unless said otherwise, and has a first commit.',
  risk: 'write',
  permissions: { github: ['administration:write'] },
  undo: { kind: 'tool', tool: 'github_delete_repository' },
  // A second call finds the name taken.
  idempotent: false,
  parameters: z.object({
    organisation: login.optional().describe('default: the account of the token'),
    name: repositoryName,
    description: z.string().max(350).optional(),
    visibility: z.enum(['private', 'public']).default('private'),
  }),
  example: { name: 'new-service', description: 'A service', visibility: 'private' },
  async plan({ organisation, name, visibility }, _call, { octokit, signal }) {
    const owner = organisation ?? (await octokit.rest.users.getAuthenticated(signal)).data.login;
    if ((await find(octokit, { owner, repo: name, ...signal })) !== undefined)
      return { kind: 'refused', code: 'name-taken', message: `${owner}/${name} exists already.` };
    const summary = `Create the ${visibility} repository ${owner}/${name}.`;
    return { kind: 'plan', summary, checkedBy: 'pre-check' };
  },
  async handle({ organisation, name, description, visibility }, _call, { octokit, signal }) {
    const options = {
      ...signal,
      name,
      private: visibility === 'private',
      auto_init: true,
      ...(description !== undefined && { description }),
    };
    const { data } =
      organisation === undefined
        ? await octokit.rest.repos.createForAuthenticatedUser(options)
        : await octokit.rest.repos.createInOrg({ ...options, org: organisation });
    return { kind: 'ok', value: { repository: data.full_name, private: data.private, url: data.html_url } };
  },
  async reconcile({ organisation, name }, _call, { octokit, signal }) {
    const owner = organisation ?? (await octokit.rest.users.getAuthenticated(signal)).data.login;
    const found = await find(octokit, { owner, repo: name, ...signal });
    return found === undefined ? undefined : { kind: 'ok', value: { repository: found, found: true } };
  },
});

async function find(
  octokit: Octokit,
  target: { readonly owner: string; readonly repo: string },
): Promise<string | undefined> {
  try {
    return (await octokit.rest.repos.get(target)).data.full_name;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}
