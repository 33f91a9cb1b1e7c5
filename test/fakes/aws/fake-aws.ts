import { Buffer } from 'node:buffer';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { AwsRequestHandler } from '../../../src/clients/aws/aws-connector.ts';

/** A call as it came over the wire: decoded from the SDK's own serialisation. */
export type AwsCall = {
  /** `ssm:SendCommand`; of services that speak REST the method and path: `s3:GET /bucket?policy`. */
  readonly action: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a request body that the SDK made from its own types.
  readonly input: any;
  /** As signed. */
  readonly region: string;
  readonly accessKeyId: string;
  readonly host: string;
};

/**
 * What an action answers: the body as JSON, or a refusal. Services that speak XML get it as elements, an array as the
 * same element again and again: `{ reservationSet: { item: [...] } }`. A string is sent as it is, with S3 for example.
 */
export type AwsHandler = (call: AwsCall) => object | string;

/** A refusal by AWS's name of the error. */
export class AwsRefusal extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message = code, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/**
 * What goes wrong with the next `times` calls of an action (`*`: of any); `lost`: it is carried out and the answer is cut
 * off; `hang`: no answer comes.
 */
export type AwsFault = {
  readonly action: string;
  times: number;
  /** Only from this call on, counted from 1 over all actions. */
  readonly from?: number;
  readonly kind: 'refuse' | 'reset' | 'lost' | 'garbage' | 'hang';
  readonly code?: string;
  readonly status?: number;
};

/** AWS behind the SDK's request handler: no network, the SDK's own serialisation, signatures and retries. */
export type FakeAws = {
  readonly calls: AwsCall[];
  readonly faults: AwsFault[];
  readonly requestHandler: AwsRequestHandler;
  /** The same behind HTTP, for processes that are given `AWS_ENDPOINT_URL`; close the server afterwards. */
  readonly listen: () => Promise<{ readonly url: string; readonly server: Server }>;
  /** Names of the actions called, in order. */
  readonly actions: () => readonly string[];
};

export function createFakeAws(handlers: Readonly<Record<string, AwsHandler>>): FakeAws {
  const calls: AwsCall[] = [];
  const faults: AwsFault[] = [];
  const answer = (call: AwsCall): object | string => {
    const handler = handlers[call.action];
    if (handler === undefined) throw new Error(`the stand-in has no ${call.action}`);
    return handler(call);
  };
  const handle = (request: WireRequest): Promise<{ response: WireResponse }> => {
    const call = callOf(request);
    calls.push(call);
    const fault = faults.find(
      ({ action, times, from = 0 }) =>
        times > 0 && from <= calls.length && (action === '*' || action === call.action),
    );
    if (fault !== undefined) fault.times--;
    if (fault?.kind === 'hang') return new Promise(() => undefined);
    if (fault?.kind === 'reset') return Promise.reject(connectionReset());
    if (fault?.kind === 'refuse')
      return Promise.resolve(
        refused(call, new AwsRefusal(fault.code ?? 'InternalServerError', 'A fault', fault.status ?? 500)),
      );
    if (fault?.kind === 'garbage')
      return Promise.resolve({ response: respond(200, '<html>Bad gateway</html>') });
    try {
      const json = answer(call);
      if (fault?.kind === 'lost') return Promise.reject(connectionReset());
      return Promise.resolve({ response: succeeded(call, json) });
    } catch (error) {
      if (error instanceof AwsRefusal) return Promise.resolve(refused(call, error));
      throw error;
    }
  };
  return {
    calls,
    faults,
    // The SDK's type asks for classes of its own; what it uses of them is this.
    requestHandler: { handle } as unknown as AwsRequestHandler,
    listen: () => listen(handle),
    actions: () => calls.map(({ action }) => action),
  };
}

async function listen(
  handle: (request: WireRequest) => Promise<{ readonly response: WireResponse }>,
): Promise<{ readonly url: string; readonly server: Server }> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const url = new URL(request.url ?? '/', 'http://aws.invalid');
    const given = await handle({
      hostname: headers['host'] ?? '',
      method: request.method ?? 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers,
      body: Buffer.concat(chunks),
    });
    response.writeHead(given.response.statusCode, given.response.headers);
    given.response.body.pipe(response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

type WireRequest = {
  readonly hostname: string;
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};
type WireResponse = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
};

function callOf(request: WireRequest): AwsCall {
  const header = (name: string): string =>
    Object.entries(request.headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
  const [, accessKeyId = '', region = '', service = ''] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(header('authorization')) ?? [];
  const text = typeof request.body === 'string' ? request.body : new TextDecoder().decode(request.body);
  const target = header('x-amz-target').split('.').at(-1) ?? '';
  const form = new URLSearchParams(text);
  const named = target === '' ? form.get('Action') : target;
  return {
    action: `${service}:${named ?? restAction(request)}`,
    input: target === '' ? (named === null ? parsed(text) : Object.fromEntries(form)) : JSON.parse(text),
    region,
    accessKeyId,
    host: request.hostname,
  };
}

/** `GET /bucket?policy`; the SDK's own `x-id` is left out. */
function restAction({ method, path, query = {} }: WireRequest): string {
  const parts = Object.entries(query)
    .filter(([name]) => name !== 'x-id')
    .map(([name, value]) => (value === null || value === '' ? name : `${name}=${String(value)}`));
  return `${method} ${path}${parts.length === 0 ? '' : `?${parts.join('&')}`}`;
}

/** JSON where it is, else the text: S3 takes XML and objects. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Services of the query protocols: they answer in XML. */
const xmlServices = new Set(['ec2', 'iam', 'rds', 'sns', 'sts']);

function connectionReset(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}

/** EC2 wraps nothing, the other query protocols a result; the rest is JSON, or what the handler wrote. */
function succeeded({ action }: AwsCall, body: object | string): WireResponse {
  if (typeof body === 'string') return respond(200, body);
  const [service = '', name = ''] = action.split(':');
  if (service === 'ec2')
    return respond(200, `<${name}Response><requestId>request-1</requestId>${xml(body)}</${name}Response>`);
  return xmlServices.has(service)
    ? respond(
        200,
        `<${name}Response><${name}Result>${xml(body)}</${name}Result><ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata></${name}Response>`,
      )
    : respond(200, JSON.stringify(body));
}

function refused({ action }: AwsCall, { code, message, status }: AwsRefusal): { response: WireResponse } {
  const [service = ''] = action.split(':');
  const error = `<Code>${code}</Code><Message>${message}</Message>`;
  if (service === 's3') return { response: respond(status, `<Error>${error}</Error>`) };
  if (service === 'ec2') {
    return {
      response: respond(status, `<Response><Errors><Error>${error}</Error></Errors></Response>`),
    };
  }
  return {
    response: xmlServices.has(service)
      ? respond(status, `<ErrorResponse><Error>${error}</Error></ErrorResponse>`)
      : respond(status, JSON.stringify({ __type: code, message })),
  };
}

function respond(statusCode: number, text: string): WireResponse {
  return {
    statusCode,
    headers: { 'x-amzn-requestid': 'request-1', 'x-amz-request-id': 'request-1' },
    body: Readable.from([Buffer.from(text)]),
  };
}

function xml(value: unknown): string {
  if (typeof value !== 'object' || value === null)
    return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) =>
      (Array.isArray(item) ? item : [item]).map(one => `<${key}>${xml(one)}</${key}>`).join(''),
    )
    .join('');
}
