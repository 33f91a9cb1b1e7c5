import { Buffer } from 'node:buffer';
import { lookup } from 'node:dns/promises';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { AppError } from '../../errors.ts';
import { type HostRules, permit, type Resolve, type ResolvedAddress } from './host-rules.ts';

/** A request to somebody else's server. */
export type OutsideRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
  /** Largest answer that is read, bytes. */
  readonly maxBytes: number;
};

export type OutsideAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** Sends requests to allowed hosts only. @throws AppError when the server cannot be reached. */
export type OutsideHttp = (request: OutsideRequest) => Promise<OutsideAnswer>;

const maxRedirects = 3;

/** Headers that must not follow a redirect to another host. */
const plainHeaders = ['accept', 'content-type', 'user-agent'];

/**
 * HTTP for tools: host by host allowed, names resolved once and pinned, private addresses refused, redirects of GET
 * followed by the same rules and of nothing else, answers bounded. Proxies of the environment are not used: they
 * would look names up again.
 */
export function createOutsideHttp(rules: HostRules, resolve: Resolve = resolveAll): OutsideHttp {
  return async request => {
    let { url, headers } = request;
    for (let redirects = 0; ; redirects++) {
      const permitted = await permit(url, rules, resolve);
      if (permitted.kind === 'refused') return permitted;
      const answer = await send({ ...request, url, headers }, permitted.addresses);
      if (answer.kind === 'refused' || answer.status < 300 || answer.status >= 400) return answer;
      const { location } = answer.headers;
      if (location === undefined || !URL.canParse(location, url.href)) return answer;
      const next = new URL(location, url);
      if (request.method !== 'GET')
        return refused(
          'redirected',
          `${url.host} redirects a ${request.method} to ${next.host}; that is not followed.`,
        );
      if (redirects >= maxRedirects) return refused('redirected', `${url.host} redirects too often.`);
      if (next.host !== url.host)
        headers = Object.fromEntries(
          Object.entries(headers).filter(([name]) => plainHeaders.includes(name.toLowerCase())),
        );
      url = next;
    }
  };
}

async function resolveAll(hostname: string): Promise<readonly ResolvedAddress[]> {
  try {
    return await lookup(hostname, { all: true, order: 'verbatim' });
  } catch {
    return [];
  }
}

/** Answers every look-up of the connection with what was permitted. */
function pinned(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
  };
}

async function send(request: OutsideRequest, addresses: readonly ResolvedAddress[]): Promise<OutsideAnswer> {
  const { url, method, headers, body, signal } = request;
  const isSecure = url.protocol === 'https:';
  const start = isSecure ? httpsRequest : httpRequest;
  const agent = isSecure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = start(
        url,
        {
          method,
          agent,
          signal,
          lookup: pinned(addresses),
          headers: { 'accept-encoding': 'identity', 'user-agent': 'agentic-devops', ...headers },
        },
        resolve,
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
    return await read(response, request);
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new AppError({
      code: 'outside-unreachable',
      publicMessage: `${url.host} could not be reached.`,
      retryable: true,
      cause,
    });
  } finally {
    agent.destroy();
  }
}

async function read(response: IncomingMessage, { url, maxBytes }: OutsideRequest): Promise<OutsideAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      response.destroy();
      return refused('answer-too-large', `${url.host} answered with more than ${maxBytes} bytes.`);
    }
    chunks.push(chunk);
  }
  const headers = Object.entries(response.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return {
    kind: 'answered',
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function refused(code: string, message: string): OutsideAnswer {
  return { kind: 'refused', code, message };
}
