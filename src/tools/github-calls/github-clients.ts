import type { z } from 'zod';
import type { Octokit } from '../../clients/github/octokit-repository-client.ts';
import type { GitHubAccess } from '../../clients/github/tool-access.ts';
import type { DevOpsContext, RepositoryName } from '../../contracts/context.ts';
import type { Tool, ToolDefinition, ToolRefusal } from '../../contracts/tool.ts';
import { bindTool, type ClientsFor } from '../bind-tool.ts';
import { withGitHubFailures } from './github-failure.ts';

/** What a GitHub tool reaches GitHub with. */
export type GitHubClients = {
  readonly octokit: Octokit;
  /** The repository in the words of Octokit's methods, with the call's signal: spread it into every one. */
  readonly target: {
    readonly owner: string;
    readonly repo: string;
    readonly request: { readonly signal: AbortSignal };
  };
  /** Spread into methods that concern no repository. */
  readonly signal: { readonly request: { readonly signal: AbortSignal } };
};

/** A GitHub tool before it has clients. */
export type GitHubTool<Parameters extends z.ZodObject = z.ZodObject> = ToolDefinition<
  Parameters,
  GitHubClients
>;

/** The GitHub tools, ready to be called; every call gets a client for its own repository and permissions. */
export function bindGitHubTools(definitions: readonly GitHubTool[], access: GitHubAccess): readonly Tool[] {
  const clientsFor = createClientsFor(access);
  return definitions.map(definition => withGitHubFailures(bindTool(definition, clientsFor)));
}

function createClientsFor(access: GitHubAccess): ClientsFor<GitHubClients> {
  return async (tool, input, { context, signal }) => {
    const isAboutRepository = Object.hasOwn(tool.parameters.shape, 'repository');
    const repository = isAboutRepository ? repositoryOf(input, context) : undefined;
    if (repository !== undefined && 'kind' in repository) return repository;
    const reached = await access.reach({
      repository: repository ?? (isConfined(context) ? context.repository : undefined),
      permissions: tool.permissions.github ?? [],
      installationId: context.installationId,
    });
    if (reached.kind === 'unreachable')
      return { kind: 'refused', code: 'github-unreachable', message: `${tool.name}: ${reached.message}` };
    const request = { signal };
    const { owner = '', name = '' } = repository ?? {};
    return {
      kind: 'clients',
      clients: {
        octokit: reached.octokit,
        target: { owner, repo: name, request },
        signal: { request },
      },
    };
  };
}

/** Credentials of the App reach every repository of the installation; a run may reach its own only. */
function isConfined(context: DevOpsContext): boolean {
  return context.entry === 'app' || context.entry === 'api';
}

function repositoryOf(
  input: Readonly<Record<string, unknown>>,
  context: DevOpsContext,
): RepositoryName | ToolRefusal {
  const own = context.repository;
  const given = input['repository'];
  if (typeof given !== 'string') {
    return (
      own ?? {
        kind: 'refused',
        code: 'no-repository',
        message:
          'No repository is given: add "repository": "owner/name", or run it inside a checkout or for a pull request.',
      }
    );
  }
  const [owner = '', name = ''] = given.split('/');
  const isOwn =
    own !== undefined && `${own.owner}/${own.name}`.toLowerCase() === `${owner}/${name}`.toLowerCase();
  if (isConfined(context) && !isOwn) {
    return {
      kind: 'refused',
      code: 'other-repository',
      message: `This run concerns ${own === undefined ? 'no repository' : `${own.owner}/${own.name}`}; its tools reach no other one.`,
    };
  }
  return { owner, name };
}
