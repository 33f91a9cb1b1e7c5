import { generateKeyPairSync, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { FakeState } from './fake-state.ts';
import { answerGraphql } from './graphql-endpoint.ts';
import { createRequestValidator } from './request-validator.ts';
import {
  type Answer,
  type Caller,
  type FakeRoute,
  HttpRefusal,
  notFound,
  type Permissions,
  type RouteContext,
} from './route.ts';
import { appRoutes } from './routes/app-routes.ts';
import { checkRoutes } from './routes/check-routes.ts';
import { commentRoutes } from './routes/comment-routes.ts';
import { pullRequestRoutes } from './routes/pull-request-routes.ts';
import { repositoryRoutes } from './routes/repository-routes.ts';

export type { FakePullRequest, FakeRepository } from './fake-repository.ts';
export * from './webhooks.ts';

/** Every operation the stand-in has. */
export const fakeRoutes: readonly FakeRoute[] = [
  ...appRoutes,
  ...checkRoutes,
  ...commentRoutes,
  ...pullRequestRoutes,
  ...repositoryRoutes,
];

/** A request as it was made and answered. */
export type LoggedRequest = {
  readonly operation: string;
  readonly path: string;
  readonly body: unknown;
  readonly caller: Caller['kind'];
  status: number;
};

/** What goes wrong with requests of an operation, the next `times` times. */
export type Fault = {
  readonly operation: string;
  times: number;
  readonly kind: 'error' | 'secondary-rate-limit' | 'reset';
};

/** A running stand-in for GitHub. */
export type FakeGitHub = {
  readonly url: string;
  /** GitHub Enterprise Server's form of the REST address. */
  readonly apiUrl: string;
  readonly state: FakeState;
  /** PEM of the App whose JWTs are accepted. */
  readonly privateKey: string;
  readonly requests: LoggedRequest[];
  /** Where requests differ from GitHub's OpenAPI description; tests expect it to stay empty. */
  readonly violations: string[];
  readonly faults: Fault[];
  /**
   * Called when a request has arrived, and again when it was carried out and not answered yet; `drop` cuts the
   * connection there. A promise holds the request.
   */
  intercept: Intercept | undefined;
  close(): Promise<void>;
};

export type Intercept = (
  request: LoggedRequest,
  phase: 'arrived' | 'done',
) => 'drop' | undefined | Promise<'drop' | undefined>;

/** Starts the stand-in on loopback. `permissions` is what the installation was granted: that of `app.yml`. */
export async function startFakeGitHub(options: {
  readonly permissions: Permissions;
  readonly latencyMs?: number;
  readonly port?: number;
}): Promise<FakeGitHub> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const state = new FakeState(options.permissions);
  state.privateKey = keys.privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;
  const validate = createRequestValidator();
  const requests: LoggedRequest[] = [];
  const violations: string[] = [];
  const faults: Fault[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const path = url.pathname.replace(/^\/api(\/v3)?(?=\/)/, '');
    const text = await readAll(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const caller = callerOf(request, state, keys.publicKey);
    const matched = path === '/graphql' ? undefined : match(request.method ?? '', path);
    const operation =
      path === '/graphql' ? 'POST /graphql' : (matched?.route.operation ?? `${request.method} ${path}`);
    const entry: LoggedRequest = {
      operation,
      path: url.pathname + url.search,
      body,
      caller: caller.kind,
      status: 0,
    };
    requests.push(entry);
    if (options.latencyMs !== undefined) await delay(options.latencyMs);
    if ((await github.intercept?.(entry, 'arrived')) === 'drop') {
      response.destroy();
      return;
    }
    const beforeAnswer = async (): Promise<void> => {
      if ((await github.intercept?.(entry, 'done')) === 'drop') response.destroy();
    };
    const fault = faults.find(candidate => candidate.operation === operation && candidate.times > 0);
    if (fault !== undefined) {
      fault.times--;
      entry.status = fail(response, fault.kind);
      return;
    }
    if (operation === 'POST /graphql') {
      const json = await answerGraphql(state, caller, body as { query: string });
      await beforeAnswer();
      entry.status = send(response, { status: 200, json }, url);
      return;
    }
    const problems = validate({ operation, query: url.searchParams, body });
    if (matched === undefined || problems.length > 0) {
      violations.push(...problems.map(problem => `${operation}: ${problem}`));
      entry.status = send(
        response,
        matched === undefined
          ? { status: 404, json: { message: 'Not Found' } }
          : { status: 422, json: { message: `OpenAPI violation: ${problems.join('; ')}` } },
        url,
      );
      return;
    }
    entry.status = await answer(
      response,
      matched,
      { state, caller, query: url.searchParams, body, accept: request.headers.accept ?? '' },
      { url, beforeAnswer },
    );
  }

  const server = createServer((request, response) => {
    // A client that went away while its answer was being made is no failure of the stand-in.
    response.on('error', () => undefined);
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>(resolve => {
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const github: FakeGitHub = {
    url: state.url,
    apiUrl: `${state.url}/api/v3`,
    state,
    privateKey: state.privateKey,
    requests,
    violations,
    faults,
    intercept: undefined,
    async close() {
      server.closeAllConnections();
      await new Promise<void>(resolve => {
        server.close(() => resolve());
      });
    },
  };
  return github;
}

type Matched = { readonly route: FakeRoute; readonly params: Readonly<Record<string, string>> };

function match(method: string, path: string): Matched | undefined {
  for (const route of fakeRoutes) {
    const [routeMethod = '', template = ''] = route.operation.split(' ');
    if (routeMethod !== method) continue;
    // Only the path of a file spans slashes.
    const pattern = template.replace(
      /\{(\w+)\}/g,
      (_whole, name: string) => `(?<${name}>${name === 'path' ? '.+' : '[^/]+'})`,
    );
    const groups = new RegExp(`^${pattern}$`).exec(path)?.groups;
    if (groups !== undefined || template === path) {
      const params = Object.entries(groups ?? {}).map(
        ([name, value]) => [name, decodeURIComponent(value)] as const,
      );
      return { route, params: Object.fromEntries(params) };
    }
  }
  return undefined;
}

async function answer(
  response: ServerResponse,
  { route, params }: Matched,
  context: Omit<RouteContext, 'params' | 'repository'>,
  { url, beforeAnswer }: { readonly url: URL; readonly beforeAnswer: () => Promise<void> },
): Promise<number> {
  const repository: RouteContext['repository'] = () => {
    const found = context.state.repositories.get(`${params['owner']}/${params['repo']}`.toLowerCase());
    const { caller } = context;
    const reachable =
      caller.kind !== 'installation' ||
      caller.repositories === undefined ||
      caller.repositories.includes(found?.name ?? '');
    if (found === undefined || !reachable) throw notFound();
    return found;
  };
  try {
    authorise(route, context.caller);
    const reply = await route.handle({ ...context, params, repository });
    await beforeAnswer();
    return send(response, reply, url);
  } catch (error) {
    if (!(error instanceof HttpRefusal)) throw error;
    return send(
      response,
      { status: error.status, json: { message: error.message, documentation_url: '' } },
      url,
    );
  }
}

/** @throws HttpRefusal as GitHub refuses: 401 without a token, 403 when it lacks the permission. */
function authorise(route: FakeRoute, caller: Caller): void {
  if (route.permissions.includes('none')) return;
  if (caller.kind === 'anonymous') throw new HttpRefusal(401, 'Bad credentials');
  if (route.permissions.includes('app')) {
    if (caller.kind !== 'app') throw new HttpRefusal(401, 'A JSON web token could not be decoded');
    return;
  }
  if (caller.kind === 'app') throw new HttpRefusal(403, 'Resource not accessible by integration');
  const allowed = route.permissions.some(permission => {
    const [name = '', level] = permission.split(':');
    const granted = caller.permissions[name];
    return granted === 'write' || granted === 'admin' || (granted === 'read' && level === 'read');
  });
  if (!allowed) throw new HttpRefusal(403, 'Resource not accessible by integration');
}

function callerOf(
  request: IncomingMessage,
  state: FakeState,
  publicKey: Parameters<typeof verify>[2],
): Caller {
  const token = /^(?:bearer|token) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return { kind: 'anonymous' };
  const known = state.tokens.get(token);
  if (known !== undefined) return known.expiresAt > Date.now() ? known.caller : { kind: 'anonymous' };
  const [header = '', payload = '', signature = ''] = token.split('.');
  const isApp =
    signature !== '' &&
    verify('sha256', Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url'));
  if (!isApp) return { kind: 'anonymous' };
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
    readonly iss: unknown;
    readonly exp: number;
  };
  return Number(claims.iss) === state.appId && claims.exp * 1000 > Date.now()
    ? { kind: 'app' }
    : { kind: 'anonymous' };
}

/** 30 a page, at most 100, with the `Link` header that clients follow. */
function send(response: ServerResponse, answer: Answer, url: URL): number {
  const headers: Record<string, string> = {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-reset': '9999999999',
  };
  if ('list' in answer) {
    const perPage = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
    const page = Number(url.searchParams.get('page') ?? 1);
    const items = answer.list.slice((page - 1) * perPage, page * perPage);
    if (page * perPage < answer.list.length) {
      const next = new URL(url);
      next.searchParams.set('page', String(page + 1));
      headers['link'] = `<http://${response.req.headers.host}${next.pathname}${next.search}>; rel="next"`;
    }
    const json =
      answer.wrap === undefined ? items : { total_count: answer.list.length, [answer.wrap]: items };
    response
      .writeHead(200, { ...headers, 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(json));
    return 200;
  }
  const type =
    answer.raw === undefined
      ? 'application/json; charset=utf-8'
      : 'application/vnd.github.raw; charset=utf-8';
  response
    .writeHead(answer.status, { ...headers, ...answer.headers, 'content-type': type })
    .end(answer.raw ?? JSON.stringify(answer.json ?? {}));
  return answer.status;
}

function fail(response: ServerResponse, kind: Fault['kind']): number {
  if (kind === 'reset') {
    response.destroy();
    return 0;
  }
  const limited = kind === 'secondary-rate-limit';
  response
    .writeHead(limited ? 403 : 502, {
      'content-type': 'application/json',
      ...(limited ? { 'retry-after': '1' } : {}),
    })
    .end(JSON.stringify({ message: limited ? 'You have exceeded a secondary rate limit.' : 'Bad Gateway' }));
  return limited ? 403 : 502;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
