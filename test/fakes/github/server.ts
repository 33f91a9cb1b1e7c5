import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { acceptedPermissions, authorise, authoriseRepository, callerOf } from './authentication.ts';
import type { FakeGitHub, FakeGitHubOptions, LoggedRequest } from './fake-github.ts';
import { FakeState } from './fake-state.ts';
import { type Fault, faultAnswer, takeFault } from './faults.ts';
import { answerGraphql } from './graphql-endpoint.ts';
import { createOpenapiValidator } from './openapi-validator.ts';
import { respond } from './respond.ts';
import { type Answer, type Caller, HttpRefusal, notFound, type RouteContext } from './route.ts';
import { type Matched, matchRoute } from './router.ts';
import { notify } from './webhooks.ts';

/** A request on its way through the stand-in. */
type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly matched: Matched | undefined;
  readonly entry: LoggedRequest;
};

const hourlyLimit = 5000;

/** Starts the stand-in on loopback. */
export async function startFakeGitHub(options: FakeGitHubOptions): Promise<FakeGitHub> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const state = new FakeState(options.permissions);
  state.privateKey = keys.privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;
  const publicKey = createPublicKey(state.privateKey);
  const validator = createOpenapiValidator();
  const requests: LoggedRequest[] = [];
  const violations: string[] = [];
  const answerProblems: string[] = [];
  const faults: Fault[] = [];
  const used = new Map<string, number>();
  const resetAt = Math.ceil(Date.now() / 1000) + 3600;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', state.url);
    const path = url.pathname.replace(/^\/api(\/v3)?(?=\/)/, '');
    const download = state.downloads.get(path);
    if (download !== undefined) {
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(download);
      return;
    }
    const isGraphql = path === '/graphql';
    const method = request.method ?? '';
    const matched = isGraphql ? undefined : matchRoute(method, path);
    const operation = isGraphql ? 'POST /graphql' : (matched?.route.operation ?? `${method} ${path}`);
    const text = await readAll(request);
    const entry: LoggedRequest = {
      operation,
      path: url.pathname + url.search,
      body: parsed(text),
      caller: 'anonymous',
      status: 0,
    };
    requests.push(entry);
    if (options.latencyMs !== undefined) await delay(options.latencyMs);
    if ((await github.intercept?.(entry, 'arrived')) === 'drop') {
      response.destroy();
      return;
    }
    const fault = takeFault(faults, entry);
    if (fault?.kind === 'delay') await delay(fault.delayMs ?? 1000);
    else if (fault !== undefined) {
      fail({ response, entry, fault, url });
      return;
    }
    const exchange = { request, response, url, matched, entry };
    const answer = await refusable(async () => await answerTo(exchange, text));
    if ((await github.intercept?.(entry, 'done')) === 'drop') response.destroy();
    const { status, json } = respond(response, answer, { url, headers: headersOf(exchange) });
    entry.status = status;
    // Only the form without a special media type is described.
    const isDescribed = matched !== undefined && status < 300 && !isSpecial(request.headers.accept);
    if (options.checkAnswers === true && isDescribed)
      answerProblems.push(...validator.answer({ operation, status, json }));
  }

  async function answerTo({ request, url, matched, entry }: Exchange, text: string): Promise<Answer> {
    const caller = callerOf(request.headers.authorization, state, publicKey);
    Object.assign(entry, { caller: caller.kind });
    if (text !== '' && entry.body === undefined) throw new HttpRefusal(400, 'Problems parsing JSON');
    if (entry.operation === 'POST /graphql') {
      if (caller.kind === 'anonymous' || caller.kind === 'app')
        throw new HttpRefusal(401, 'This endpoint requires you to be authenticated.');
      return { status: 200, json: await answerGraphql(state, caller, entry.body as { query: string }) };
    }
    const problems = validator.request({
      operation: entry.operation,
      params: matched?.params ?? {},
      query: url.searchParams,
      body: entry.body,
    });
    violations.push(...problems.map(problem => `${entry.operation}: ${problem}`));
    if (matched === undefined) throw notFound();
    if (problems.length > 0) throw new HttpRefusal(422, `OpenAPI violation: ${problems.join('; ')}`);
    authorise(matched.route, caller);
    return await matched.route.handle(contextOf({ request, url, matched, entry, caller }));
  }

  function contextOf({
    request,
    url,
    matched: { route, params },
    entry,
    caller,
  }: Omit<Exchange, 'response' | 'matched'> & {
    readonly matched: Matched;
    readonly caller: Caller;
  }): RouteContext {
    return {
      state,
      caller,
      params,
      query: url.searchParams,
      body: entry.body,
      accept: request.headers.accept ?? '',
      repository() {
        const found = state.repositories.get(`${params['owner']}/${params['repo']}`.toLowerCase());
        if (found === undefined) throw notFound();
        return authoriseRepository(route, caller, found);
      },
      notify: (event, payload) => notify(state, event, payload),
    };
  }

  function headersOf({ request, matched }: Exchange): Record<string, string> {
    const token = request.headers.authorization ?? '';
    const count = (used.get(token) ?? 0) + 1;
    used.set(token, count);
    const accepted = matched === undefined ? '' : acceptedPermissions(matched.route);
    return {
      'x-github-api-version-selected': '2022-11-28',
      'x-ratelimit-limit': String(hourlyLimit),
      'x-ratelimit-remaining': String(Math.max(0, hourlyLimit - count)),
      'x-ratelimit-used': String(count),
      'x-ratelimit-reset': String(resetAt),
      'x-ratelimit-resource': 'core',
      ...(accepted === '' ? {} : { 'x-accepted-github-permissions': accepted }),
    };
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
    apiUrl: state.apiUrl,
    state,
    privateKey: state.privateKey,
    requests,
    violations,
    answerProblems,
    faults,
    intercept: undefined,
    assertValid() {
      const problems = [...violations, ...answerProblems];
      if (problems.length > 0)
        throw new Error(`GitHub's description does not allow:\n${problems.join('\n')}`);
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>(resolve => {
        server.close(() => resolve());
      });
      state.removeFolders();
    },
  };
  return github;
}

/** A refusal is an answer like any other. */
async function refusable(make: () => Promise<Answer>): Promise<Answer> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof HttpRefusal)) throw error;
    const { status, message } = error;
    return {
      status,
      json: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
    };
  }
}

function fail({
  response,
  entry,
  fault,
  url,
}: {
  readonly response: ServerResponse;
  readonly entry: LoggedRequest;
  readonly fault: Fault;
  readonly url: URL;
}): void {
  if (fault.kind === 'reset') {
    response.destroy();
    return;
  }
  entry.status = respond(response, faultAnswer(fault), { url, headers: {} }).status;
}

function isSpecial(accept = ''): boolean {
  return /\b(?:raw|object|diff|sha)\b/.test(accept);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
