import type { OutsideHttp } from '../outside/outside-http.ts';

/** Longest wait for an answer of a server, milliseconds; the SDK's own time limits are shorter. */
const maxWaitMs = 120_000;

/**
 * `fetch` for the MCP client that goes through the guarded HTTP client: allowed hosts, pinned addresses, bounded
 * answers. Answers arrive as a whole; the stream of a server's own messages is not opened.
 */
export function outsideFetch(
  http: OutsideHttp,
  maxBytes: number,
): (input: string | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init = {}) => {
    const method = init.method ?? 'GET';
    if (method === 'GET') return new Response(null, { status: 405 });
    const answer = await http({
      method,
      url: new URL(input),
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? init.body : undefined,
      signal: init.signal ?? AbortSignal.timeout(maxWaitMs),
      maxBytes,
    });
    // Not an HTTP answer at all: the client sees a failed connection.
    if (answer.kind === 'refused') throw new TypeError(answer.message);
    const { status, headers, body } = answer;
    const isEmpty = [101, 204, 205, 304].includes(status);
    return new Response(isEmpty ? null : body, { status, headers });
  };
}
