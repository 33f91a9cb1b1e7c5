import type { FakeRepository } from '../fake-repository.ts';
import { accountOf, nodeId } from '../representations/account.ts';
import { repositoryOf, repositoryUrl } from '../representations/repository.ts';
import { type FakeRoute, HttpRefusal, type RouteContext } from '../route.ts';
import { loginOf } from './caller.ts';

/** Accounts' repositories: listed, made, set up, shared, deleted. */
export const managementRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /user',
    permissions: ['metadata:read'],
    handle: context => {
      const user = accountOf(context.state, userOf(context));
      const { startedAt } = context.state;
      const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 };
      const texts = {
        name: null,
        company: null,
        blog: null,
        location: null,
        email: null,
        hireable: null,
        bio: null,
      };
      return {
        status: 200,
        json: { ...user, ...counts, ...texts, created_at: startedAt, updated_at: startedAt },
      };
    },
  },
  {
    operation: 'GET /user/repos',
    permissions: ['metadata:read'],
    handle: context => ({ list: repositoriesOf(context, userOf(context)) }),
  },
  {
    operation: 'GET /users/{username}/repos',
    permissions: ['metadata:read'],
    handle: context => ({ list: repositoriesOf(context, context.params['username'] ?? '') }),
  },
  {
    operation: 'POST /user/repos',
    permissions: ['administration:write'],
    handle: context => created(context, userOf(context)),
  },
  {
    operation: 'POST /orgs/{org}/repos',
    permissions: ['administration:write'],
    handle: context => created(context, context.params['org'] ?? ''),
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}',
    permissions: ['administration:write'],
    handle: context => {
      const repository = context.repository();
      Object.assign(repository.settings, context.body);
      return { status: 200, json: fullRepositoryOf(context, repository) };
    },
  },
  {
    operation: 'DELETE /repos/{owner}/{repo}',
    permissions: ['administration:write'],
    handle: context => {
      context.state.repositories.delete(context.repository().fullName.toLowerCase());
      return { status: 204 };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/collaborators',
    permissions: ['metadata:read'],
    handle: context => ({
      list: [...context.repository().roles].map(([login, role]) => ({
        ...accountOf(context.state, login),
        role_name: role,
        permissions: {
          pull: true,
          triage: role !== 'read',
          push: role !== 'read',
          maintain: false,
          admin: role === 'admin',
        },
      })),
    }),
  },
  {
    operation: 'PUT /repos/{owner}/{repo}/collaborators/{username}',
    permissions: ['administration:write'],
    handle: context => {
      const repository = context.repository();
      const login = context.params['username'] ?? '';
      const isKnown = repository.roles.has(login);
      const names: Readonly<Record<string, string>> = { pull: 'read', push: 'write' };
      const permission: string = context.body?.permission ?? 'push';
      repository.roles.set(login, names[permission] ?? permission);
      if (isKnown) return { status: 204 };
      const url = `${context.state.apiUrl}/user/repository_invitations/1`;
      const { fullName } = repository;
      return {
        status: 201,
        json: {
          id: context.state.nextId(),
          node_id: nodeId('RI', 1),
          repository: repositoryOf(context.state, repository),
          invitee: accountOf(context.state, login),
          inviter: accountOf(context.state, loginOf(context)),
          permissions: names[permission] ?? permission,
          created_at: context.state.startedAt,
          url,
          html_url: `${context.state.url}/${fullName}/invitations`,
        },
      };
    },
  },
  {
    operation: 'DELETE /repos/{owner}/{repo}/collaborators/{username}',
    permissions: ['administration:write'],
    handle: context => {
      context.repository().roles.delete(context.params['username'] ?? '');
      return { status: 204 };
    },
  },
];

function userOf(context: RouteContext): string {
  if (context.caller.kind !== 'user') throw new HttpRefusal(403, 'Resource not accessible by integration');
  return context.caller.login;
}

function repositoriesOf({ state, caller }: RouteContext, owner: string): readonly object[] {
  return [...state.repositories.values()]
    .filter(repository => repository.owner === owner && (!repository.private || caller.kind !== 'anonymous'))
    .map(repository => repositoryOf(state, repository));
}

function created(context: RouteContext, owner: string): { readonly status: number; readonly json: object } {
  const { name, private: isPrivate = false, description } = context.body;
  if (context.state.repositories.has(`${owner}/${name}`.toLowerCase()))
    throw new HttpRefusal(422, 'Repository creation failed. name already exists on this account');
  const repository = context.state.repository({ owner, name, private: isPrivate });
  if (description !== undefined) repository.settings['description'] = description;
  return { status: 201, json: fullRepositoryOf(context, repository) };
}

function fullRepositoryOf({ state }: RouteContext, repository: FakeRepository): object {
  return { ...repositoryOf(state, repository), url: repositoryUrl(state, repository) };
}
