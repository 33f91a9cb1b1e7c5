import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anthropic } from './anthropic.ts';
import { chat } from './chat.ts';
import { google } from './google.ts';
import { responses } from './responses.ts';
import type { Answer, HostedSearch, ModelRequest, Wire } from './wire.ts';

/** What goes wrong with the next request. */
export type ModelFault =
  | 'rate-limit'
  | 'error'
  | 'quota'
  | 'malformed'
  | 'cut'
  | 'empty'
  | 'refusal'
  | 'not-found';

/** What the model says: a text, or calls of tools with or without words. */
export type Reply =
  | string
  | {
      readonly text?: string;
      readonly searches?: readonly HostedSearch[];
      readonly calls: readonly {
        readonly id?: string;
        readonly name: string;
        /** A text is sent as it is, so that it may be malformed. */
        readonly arguments: object | string;
      }[];
    };

/** A stand-in for model servers: OpenAI's Responses and Chat Completions, Anthropic's Messages, Gemini's generateContent. */
export type FakeModel = {
  /** For `OPENAI_BASE_URL`, and for Anthropic's base URL. */
  readonly baseUrl: string;
  /** For Gemini's base URL. */
  readonly googleBaseUrl: string;
  readonly apiKey: string;
  readonly requests: ModelRequest[];
  /** Used up one by one, oldest first. */
  readonly faults: ModelFault[];
  /** Seconds that refusals ask to wait. */
  retryAfter: string;
  /** The answer, made from a request; a promise holds it back. */
  answer: (request: ModelRequest) => Reply | Promise<Reply>;
  /** The vector of a text, for `/v1/embeddings`; `embedded` keeps the texts of each request. */
  embed: (text: string) => readonly number[];
  readonly embedded: (readonly string[])[];
  /** Tokens that the next answers say they used. */
  usage: { readonly input: number; readonly output: number };
  close(): Promise<void>;
};

/** An answer that says nothing about anything. */
export const noAdvice = JSON.stringify({ ranking: [], assessments: [], additional: [] });

/** Starts the stand-in on loopback; it answers `noAdvice` until told otherwise. */
export async function startFakeModel(): Promise<FakeModel> {
  const server = createServer((request, response) => {
    handle(fake, request, response).catch(() => response.destroy());
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake: FakeModel = {
    baseUrl: `${origin}/v1`,
    googleBaseUrl: `${origin}/v1beta`,
    apiKey: ['s', 'k-', 'fake7Kq2Xw9Zp4Rt8Lm3'].join(''),
    requests: [],
    faults: [],
    // Without a wait: what is tested is that it is tried again, not how long that takes.
    retryAfter: '0',
    answer: () => noAdvice,
    embed: () => [1, 0, 0],
    embedded: [],
    usage: { input: 1000, output: 200 },
    async close() {
      server.closeAllConnections();
      await new Promise<void>(resolve => {
        server.close(() => resolve());
      });
    },
  };
  return fake;
}

function wireOf({ method, url = '' }: IncomingMessage): Wire | undefined {
  if (method !== 'POST') return undefined;
  if (url === '/v1/chat/completions') return chat;
  if (url === '/v1/responses') return responses;
  if (url === '/v1/messages') return anthropic;
  return /^\/v1beta\/models\/[^/]+:(?:streamG|g)enerateContent(?:\?alt=sse)?$/.test(url) ? google : undefined;
}

function answerEmbeddings(
  fake: FakeModel,
  { incoming, text }: { readonly incoming: IncomingMessage; readonly text: string },
  response: ServerResponse,
): void {
  const isKnown = incoming.headers.authorization === `Bearer ${fake.apiKey}`;
  const { input, model } = JSON.parse(text) as { readonly input: readonly string[]; readonly model: string };
  if (isKnown) fake.embedded.push(input);
  const data = input.map((entry, index) => ({ object: 'embedding', index, embedding: fake.embed(entry) }));
  const usage = { prompt_tokens: 1, total_tokens: 1 };
  response
    .writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' })
    .end(JSON.stringify(isKnown ? { object: 'list', data, model, usage } : { error: { message: 'no key' } }));
}

async function handle(fake: FakeModel, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await readAll(incoming);
  if (incoming.method === 'POST' && incoming.url === '/v1/embeddings')
    return answerEmbeddings(fake, { incoming, text }, response);
  const wire = wireOf(incoming);
  const refuse = (status: number, message: string, code: string): void => {
    response
      .writeHead(status, { 'content-type': 'application/json', 'retry-after': fake.retryAfter })
      .end(JSON.stringify((wire ?? chat).error({ status, message, code })));
  };
  if (wire === undefined) return refuse(404, `no such route: ${incoming.url}`, 'not_found');
  const authorization = wire.key(incoming.headers);
  if (authorization !== `${wire.scheme}${fake.apiKey}`)
    return refuse(401, 'Incorrect API key provided.', 'invalid_api_key');
  const read = wire.read(JSON.parse(text), incoming.url ?? '');
  const request: ModelRequest = { wire: wire.name, authorization, text, ...read };
  fake.requests.push(request);
  const fault = fake.faults.shift();
  const send = (reply: Reply, refusal: string | null = null, cut = false): void =>
    deliver(response, wire, { request, cut, answer: answerOf(fake, request, reply, refusal) });
  switch (fault) {
    case undefined:
      return send(await fake.answer(request));
    case 'rate-limit':
      return refuse(429, 'Rate limit reached', 'rate_limit_exceeded');
    case 'quota':
      return refuse(429, 'You exceeded your quota', 'insufficient_quota');
    case 'error':
      return refuse(500, 'The server had an error', 'server_error');
    case 'not-found':
      return refuse(404, `The model ${request.model} does not exist`, 'model_not_found');
    case 'malformed':
      return send('{"ranking": [');
    case 'empty':
      return send('');
    case 'refusal':
      return send('', 'I cannot help with that.');
    case 'cut':
      return send('words that are never finished because the line breaks', null, true);
  }
}

function answerOf(fake: FakeModel, { model }: ModelRequest, reply: Reply, refusal: string | null): Answer {
  const id = String(fake.requests.length);
  const { text, calls, searches = [] } = typeof reply === 'string' ? { text: reply, calls: [] } : reply;
  return {
    id,
    model,
    text: refusal === null ? (text ?? null) : null,
    refusal,
    usage: fake.usage,
    searches,
    calls: calls.map((call, index) => ({
      id: call.id ?? `call_${id}_${index}`,
      name: call.name,
      arguments: typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments),
    })),
  };
}

function deliver(
  response: ServerResponse,
  wire: Wire,
  {
    request,
    answer,
    cut,
  }: { readonly request: ModelRequest; readonly answer: Answer; readonly cut: boolean },
): void {
  if (request.stream) {
    const events = wire
      .stream(answer)
      .map(
        ({ event, data }) =>
          `${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`,
      );
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write((cut ? events.slice(0, 4) : [...events, wire.streamEnd]).join(''));
    // A moment later, so that what was written arrives.
    if (cut) setTimeout(() => response.destroy(), 20);
    else response.end();
    return;
  }
  const body = JSON.stringify(wire.write(answer));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  if (!cut) return void response.end(body);
  response.write(body.slice(0, body.length / 2));
  setImmediate(() => response.destroy());
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
