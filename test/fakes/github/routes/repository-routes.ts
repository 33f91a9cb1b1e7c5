import { Buffer } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { accountOf } from '../representations/account.ts';
import { commitOf } from '../representations/commit.ts';
import { repositoryHtmlUrl, repositoryOf, repositoryUrl } from '../representations/repository.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext } from '../route.ts';

/** Repositories, branches, roles, teams, code scanning. */
export const repositoryRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}',
    permissions: ['metadata:read'],
    handle: context => ({ status: 200, json: repositoryOf(context.state, context.repository()) }),
  },
  {
    operation: 'GET /installation/repositories',
    permissions: ['metadata:read'],
    handle: ({ state, caller }) => {
      if (caller.kind !== 'installation')
        throw new HttpRefusal(403, 'Resource not accessible by integration');
      const given = [...state.repositories.values()].filter(
        repository =>
          state.isInstalledOn(repository) && (caller.repositories?.includes(repository.name) ?? true),
      );
      return { list: given.map(repository => repositoryOf(state, repository)), wrap: 'repositories' };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/branches',
    permissions: ['contents:read'],
    handle: context => {
      const { git } = context.repository();
      const refs = git.text(['for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads']);
      return {
        list: refs.split('\n').map(line => {
          const [name = '', sha = ''] = line.split(' ');
          const url = `${repositoryUrl(context.state, context.repository())}/commits/${sha}`;
          return { name, commit: { sha, url }, protected: context.repository().protectedBranches.has(name) };
        }),
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/branches/{branch}',
    permissions: ['contents:read'],
    handle: context => ({ status: 200, json: branchOf(context) }),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/rules/branches/{branch}',
    permissions: ['metadata:read'],
    handle: context => {
      const repository = context.repository();
      const checks = repository.requiredByRulesets.map(({ context: name, appId }) => ({
        context: name,
        ...(appId === undefined ? {} : { integration_id: appId }),
      }));
      const applies = context.params['branch'] === repository.defaultBranch && checks.length > 0;
      const rule = {
        type: 'required_status_checks',
        parameters: { required_status_checks: checks, strict_required_status_checks_policy: false },
        ruleset_source_type: 'Repository',
        ruleset_source: repository.fullName,
        ruleset_id: 1,
      };
      return { list: applies ? [rule] : [] };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
    permissions: ['metadata:read'],
    handle: context => {
      const login = context.params['username'] ?? '';
      const repository = context.repository();
      const role = repository.roles.get(login) ?? (repository.private ? 'none' : 'read');
      // The legacy field folds maintain into write and triage into read.
      const permission = { maintain: 'write', triage: 'read' }[role] ?? role;
      const user = { ...accountOf(context.state, login), role_name: role };
      return { status: 200, json: { permission, role_name: role, user } };
    },
  },
  {
    operation: 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
    permissions: ['members:read'],
    handle: ({ state, params }) => {
      const team = `${params['org']}/${params['team_slug']}`;
      const login = params['username'] ?? '';
      if (state.teams.get(team)?.has(login) !== true) throw notFound();
      const url = `${state.apiUrl}/orgs/${params['org']}/teams/${params['team_slug']}/memberships/${login}`;
      return { status: 200, json: { url, role: 'member', state: 'active' } };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/code-scanning/sarifs',
    permissions: ['security_events:write'],
    handle: context => {
      const repository = requireCodeScanning(context);
      const { sarif: encoded, commit_sha: commitSha, ref } = context.body;
      const id = `${String(context.state.nextId()).padStart(8, '0')}-0000-0000-0000-000000000000`;
      repository.sarifs.push({ id, commitSha, ref, sarif: sarifIn(encoded) });
      return {
        status: 202,
        json: { id, url: `${repositoryUrl(context.state, repository)}/code-scanning/sarifs/${id}` },
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}',
    permissions: ['security_events:read'],
    handle: context => {
      const repository = requireCodeScanning(context);
      const found = repository.sarifs.find(({ id }) => id === context.params['sarif_id']);
      if (found === undefined) throw notFound();
      const analyses = `${repositoryUrl(context.state, repository)}/code-scanning/analyses?sarif_id=${found.id}`;
      return {
        status: 200,
        json: { processing_status: 'complete', analyses_url: analyses, errors: null },
      };
    },
  },
];

function branchOf(context: RouteContext): object {
  const repository = context.repository();
  const name = context.params['branch'] ?? '';
  const sha = repository.git.resolve(`refs/heads/${name}`);
  const [commit] = sha === undefined ? [] : repository.git.log(sha, { max: 1 });
  if (commit === undefined) throw new HttpRefusal(404, 'Branch not found');
  const self = `${repositoryUrl(context.state, repository)}/branches/${name}`;
  return {
    name,
    commit: commitOf(context.state, repository, commit),
    _links: { self, html: `${repositoryHtmlUrl(context.state, repository)}/tree/${name}` },
    protected: repository.protectedBranches.has(name),
    protection: {
      enabled: false,
      required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
    },
    protection_url: `${self}/protection`,
  };
}

function requireCodeScanning(context: RouteContext) {
  const repository = context.repository();
  if (!repository.codeScanning) {
    throw new HttpRefusal(403, 'Code Security must be enabled for this repository to use code scanning.');
  }
  return repository;
}

/** @throws HttpRefusal 400 for what is not a gzipped, base64-encoded JSON document. */
function sarifIn(encoded: string): unknown {
  try {
    return JSON.parse(gunzipSync(Buffer.from(encoded, 'base64')).toString('utf8'));
  } catch {
    throw new HttpRefusal(400, 'The SARIF is not gzipped and base64-encoded JSON.');
  }
}
