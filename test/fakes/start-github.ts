import { createSign } from 'node:crypto';
import { type FakeGitHub, startFakeGitHub } from './github/index.ts';

/** Everything an installation can be granted that the stand-in knows of. */
export const allPermissions = {
  actions: 'write',
  checks: 'write',
  contents: 'read',
  deployments: 'write',
  issues: 'write',
  members: 'read',
  metadata: 'read',
  pull_requests: 'write',
  security_events: 'write',
  statuses: 'write',
} as const;

export type Called = {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- what the stand-in answers is checked against GitHub's own description.
  readonly json: any;
  readonly text: string;
  readonly headers: Headers;
};

export type TestGitHub = {
  readonly github: FakeGitHub;
  /** A token of the installation with the given permissions, default all. */
  readonly token: (permissions?: Readonly<Record<string, string>>) => string;
  /** `call('GET /repos/…', { body, token, accept })`; default token: all permissions. */
  readonly call: (
    request: string,
    options?: { readonly body?: unknown; readonly token?: string; readonly accept?: string },
  ) => Promise<Called>;
  readonly close: () => Promise<void>;
};

/** The stand-in, with its own answers checked, and a plain `fetch` client for it. */
export async function startTestGitHub(): Promise<TestGitHub> {
  const github = await startFakeGitHub({ permissions: allPermissions, checkAnswers: true });
  const token: TestGitHub['token'] = (permissions = allPermissions) =>
    github.state.issueToken({
      kind: 'installation',
      login: github.state.botLogin,
      installationId: github.state.installationId,
      repositories: undefined,
      permissions: { metadata: 'read', ...permissions },
    });
  const everything = token();
  return {
    github,
    token,
    async call(request, { body, token: given = everything, accept = 'application/vnd.github+json' } = {}) {
      const [method = 'GET', path = '/'] = request.split(' ');
      const response = await fetch(github.apiUrl + path, {
        method,
        headers: { accept, ...(given === '' ? {} : { authorization: `Bearer ${given}` }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      return {
        status: response.status,
        json: isJson ? JSON.parse(text) : undefined,
        text,
        headers: response.headers,
      };
    },
    close: () => github.close(),
  };
}

/** The App's JWT. `seconds` it is valid for. */
export function appJwt(
  privateKey: string,
  { issuer, seconds = 300 }: { readonly issuer: string | number; readonly seconds?: number },
): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ iss: issuer, iat: now - 10, exp: now + seconds })}`;
  return `${signed}.${createSign('sha256').update(signed).sign(privateKey).toString('base64url')}`;
}
