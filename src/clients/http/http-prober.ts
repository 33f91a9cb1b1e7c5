import { Buffer } from 'node:buffer';
import { lookup as resolve } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { addressProblem } from './address-rules.ts';

/** Bytes of an answer that are read. */
const maxBytes = 65_536;

/** What asking an address once came to. */
export type ProbeAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly text: string }
  /** `reason` is a sentence of ours. */
  | { readonly kind: 'no-answer'; readonly reason: string }
  /** It must not be asked, now or later. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Asks an HTTP address once. */
export type HttpProber = (options: {
  readonly url: string;
  readonly allowPrivate: boolean;
  /** For connecting and answering together, milliseconds. */
  readonly timeoutMs: number;
}) => Promise<ProbeAnswer>;

/**
 * A GET without credentials. Redirects are answers like others and not followed, and the address that was checked is
 * the one that is connected to, so that a name cannot change its mind in between.
 */
export const probeHttp: HttpProber = async ({ url, allowPrivate, timeoutMs }) => {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target === undefined || !/^https?:$/.test(target.protocol)) {
    return { kind: 'refused', reason: 'The address is no http or https address.' };
  }
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const problem = isIP(host) === 0 ? undefined : addressProblem(host, allowPrivate);
  if (problem !== undefined) return refusal(host, problem);
  try {
    return await ask(target, { allowPrivate, timeoutMs });
  } catch (error) {
    if (error instanceof AddressRefused) return refusal(host, error.problem);
    return { kind: 'no-answer', reason: reasonOf(error, timeoutMs) };
  }
};

class AddressRefused extends Error {
  readonly problem: 'private' | 'metadata';
  constructor(problem: 'private' | 'metadata') {
    super(problem);
    this.problem = problem;
  }
}

function refusal(host: string, problem: 'private' | 'metadata'): ProbeAnswer {
  const reason =
    problem === 'private'
      ? `\`${host}\` is a private address; set \`allow-private: true\` if that is meant.`
      : `\`${host}\` is a link-local address and never asked.`;
  return { kind: 'refused', reason };
}

function ask(
  target: URL,
  { allowPrivate, timeoutMs }: { readonly allowPrivate: boolean; readonly timeoutMs: number },
): Promise<ProbeAnswer> {
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((settle, reject) => {
    const request = send(
      target,
      {
        method: 'GET',
        headers: { 'user-agent': 'agentic-devops', accept: '*/*', connection: 'close' },
        signal: AbortSignal.timeout(timeoutMs),
        agent: false,
        lookup: checkedLookup(allowPrivate),
      },
      response => {
        readText(response).then(
          text => settle({ kind: 'answer', status: response.statusCode ?? 0, text }),
          reject,
        );
      },
    );
    request.on('error', reject);
    request.end();
  });
}

/** Resolves a name and refuses it when any of its addresses must not be asked. */
function checkedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      for (const { address } of addresses) {
        const problem = addressProblem(address, allowPrivate);
        if (problem !== undefined) return callback(new AddressRefused(problem), '', 0);
      }
      const [first] = addresses;
      if (options.all === true) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family ?? 0);
    });
  };
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= maxBytes) break;
  }
  response.destroy();
  return Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8');
}

function reasonOf(error: unknown, timeoutMs: number): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError'))
    return `It did not answer within ${timeoutMs / 1000} seconds.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'Its name could not be resolved.';
  if (code === 'ECONNREFUSED') return 'It refused the connection.';
  return `It could not be asked (${code === '' ? 'no answer' : code}).`;
}
