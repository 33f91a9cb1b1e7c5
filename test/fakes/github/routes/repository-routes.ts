import { Buffer } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { type FakeRoute, HttpRefusal, notFound } from '../route.ts';
import { accountOf, repositoryOf } from './representations.ts';

/** Repositories, contents, roles, code scanning. */
export const repositoryRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}',
    permissions: ['metadata:read'],
    handle: context => ({ status: 200, json: repositoryOf(context.state, context.repository()) }),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/contents/{path}',
    permissions: ['contents:read'],
    handle: context => {
      const { git, defaultBranch } = context.repository();
      const sha = git.resolve(`${context.query.get('ref') ?? defaultBranch}:${context.params['path']}`);
      if (sha === undefined || git.typeOf(sha) !== 'blob') throw notFound();
      const content = git.blob(sha);
      if (context.accept.includes('raw')) return { status: 200, raw: content.toString('utf8') };
      return {
        status: 200,
        json: {
          type: 'file',
          path: context.params['path'],
          sha,
          size: content.length,
          encoding: 'base64',
          content: content.toString('base64'),
        },
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    permissions: ['contents:read'],
    handle: context => {
      const { git } = context.repository();
      const sha = context.params['file_sha'] ?? '';
      if (git.typeOf(sha) !== 'blob') throw notFound();
      const content = git.blob(sha);
      return {
        status: 200,
        json: { sha, size: content.length, encoding: 'base64', content: content.toString('base64') },
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
    permissions: ['metadata:read'],
    handle: context => {
      const login = context.params['username'] ?? '';
      const role = context.repository().roles.get(login) ?? 'read';
      // The legacy field folds maintain into write and triage into read.
      const permission = { maintain: 'write', triage: 'read' }[role] ?? role;
      return { status: 200, json: { permission, role_name: role, user: accountOf(login) } };
    },
  },
  {
    operation: 'POST /repos/{owner}/{repo}/code-scanning/sarifs',
    permissions: ['security_events:write'],
    handle: context => {
      const repository = context.repository();
      if (!repository.codeScanning)
        throw new HttpRefusal(403, 'Code scanning is not enabled for this repository.');
      const sarif: unknown = JSON.parse(
        gunzipSync(Buffer.from(context.body.sarif, 'base64')).toString('utf8'),
      );
      repository.sarifs.push({ commitSha: context.body.commit_sha, ref: context.body.ref, sarif });
      return { status: 202, json: { id: 'sarif-1', url: '' } };
    },
  },
];
