import { Buffer } from 'node:buffer';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { AwsRequestHandler } from '../../../src/clients/aws/aws-connector.ts';

/** A call as it came over the wire: decoded from the SDK's own serialisation. */
export type AwsCall = {
  /** `ssm:SendCommand`. */
  readonly action: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a request body that the SDK made from its own types.
  readonly input: any;
  /** As signed. */
  readonly region: string;
  readonly accessKeyId: string;
  readonly host: string;
};

/** What an action answers: JSON, or a refusal. */
export type AwsHandler = (call: AwsCall) => object;

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

/** What goes wrong with the next `times` calls of an action; `lost`: it is carried out and the answer is cut off. */
export type AwsFault = {
  readonly action: string;
  times: number;
  readonly kind: 'refuse' | 'reset' | 'lost' | 'garbage';
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
  const answer = (call: AwsCall): object => {
    const handler = handlers[call.action];
    if (handler === undefined) throw new Error(`the stand-in has no ${call.action}`);
    return handler(call);
  };
  const handle = (request: WireRequest): Promise<{ response: WireResponse }> => {
    const call = callOf(request);
    calls.push(call);
    const fault = faults.find(({ action, times }) => action === call.action && times > 0);
    if (fault !== undefined) fault.times--;
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
    const given = await handle({ hostname: headers['host'] ?? '', headers, body: Buffer.concat(chunks) });
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
  const isJson = target !== '';
  return {
    action: `${service}:${isJson ? target : form.get('Action')}`,
    input: isJson ? JSON.parse(text) : Object.fromEntries(form),
    region,
    accessKeyId,
    host: request.hostname,
  };
}

function connectionReset(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}

/** STS speaks XML, the others JSON. */
function succeeded({ action }: AwsCall, json: object): WireResponse {
  const [service = '', name = ''] = action.split(':');
  return service === 'sts'
    ? respond(200, `<${name}Response><${name}Result>${xml(json)}</${name}Result></${name}Response>`)
    : respond(200, JSON.stringify(json));
}

function refused({ action }: AwsCall, { code, message, status }: AwsRefusal): { response: WireResponse } {
  const response = action.startsWith('sts:')
    ? respond(
        status,
        `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
      )
    : respond(status, JSON.stringify({ __type: code, message }));
  return { response };
}

function respond(statusCode: number, text: string): WireResponse {
  return {
    statusCode,
    headers: { 'x-amzn-requestid': 'request-1' },
    body: Readable.from([Buffer.from(text)]),
  };
}

function xml(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, item]) => `<${key}>${xml(item)}</${key}>`)
    .join('');
}
