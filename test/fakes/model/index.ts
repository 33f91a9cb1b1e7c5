import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A chat completion request as it came in. */
export type ModelRequest = {
  readonly authorization: string;
  readonly model: string;
  readonly instructions: string;
  /** The user message: the prompt's JSON document as text. */
  readonly prompt: string;
  /** The whole body as it was sent. */
  readonly text: string;
};

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

/** A stand-in for a server that speaks OpenAI's Chat Completions. */
export type FakeModel = {
  /** For `OPENAI_BASE_URL`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly requests: ModelRequest[];
  /** Used up one by one, oldest first. */
  readonly faults: ModelFault[];
  /** The answer's text, made from a request; a promise holds the answer back. */
  answer: (request: ModelRequest) => string | Promise<string>;
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
  const fake: FakeModel = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    apiKey: ['s', 'k-', 'fake7Kq2Xw9Zp4Rt8Lm3'].join(''),
    requests: [],
    faults: [],
    answer: () => noAdvice,
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

async function handle(fake: FakeModel, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await readAll(request);
  if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
    return refuse(response, 404, { message: `no such route: ${request.url}` });
  const authorization = request.headers.authorization ?? '';
  if (authorization !== `Bearer ${fake.apiKey}`)
    return refuse(response, 401, { message: 'Incorrect API key provided.', code: 'invalid_api_key' });
  const body = JSON.parse(text) as {
    readonly model: string;
    readonly stream?: boolean;
    readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  };
  const contentOf = (role: string): string =>
    body.messages
      .filter(message => message.role === role)
      .map(({ content }) => (typeof content === 'string' ? content : textOf(content)))
      .join('\n');
  const entry: ModelRequest = {
    authorization,
    model: body.model,
    instructions: contentOf('system'),
    prompt: contentOf('user'),
    text,
  };
  fake.requests.push(entry);
  const fault = fake.faults.shift();
  if (fault === undefined)
    return complete(fake, response, { model: body.model, content: await fake.answer(entry) });
  failWith(fake, response, { fault, model: body.model });
}

function textOf(content: unknown): string {
  return Array.isArray(content)
    ? content.map((part: { readonly text?: string }) => part.text ?? '').join('')
    : '';
}

function failWith(
  fake: FakeModel,
  response: ServerResponse,
  { fault, model }: { readonly fault: ModelFault; readonly model: string },
): void {
  switch (fault) {
    case 'rate-limit':
      return refuse(response, 429, { message: 'Rate limit reached', code: 'rate_limit_exceeded' });
    case 'quota':
      return refuse(response, 429, { message: 'You exceeded your quota', code: 'insufficient_quota' });
    case 'error':
      return refuse(response, 500, { message: 'The server had an error' });
    case 'not-found':
      return refuse(response, 404, { message: `The model ${model} does not exist`, code: 'model_not_found' });
    case 'malformed':
      return complete(fake, response, { model, content: '{"ranking": [' });
    case 'empty':
      return complete(fake, response, { model, content: '' });
    case 'refusal':
      return complete(fake, response, { model, content: null, refusal: 'I cannot help with that.' });
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
      response.write('{"id":"chatcmpl-1","choices":[{"mess');
      setImmediate(() => response.destroy());
  }
}

function refuse(response: ServerResponse, status: number, error: Readonly<Record<string, string>>): void {
  // Without a wait: what is tested is that it is tried again, not how long that takes.
  response
    .writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' })
    .end(JSON.stringify({ error: { type: 'error', param: null, ...error } }));
}

function complete(
  fake: FakeModel,
  response: ServerResponse,
  options: { readonly model: string; readonly content: string | null; readonly refusal?: string },
): void {
  const { input, output } = fake.usage;
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      id: `chatcmpl-${fake.requests.length}`,
      object: 'chat.completion',
      created: 1_750_000_000,
      model: options.model,
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          logprobs: null,
          message: { role: 'assistant', content: options.content, refusal: options.refusal ?? null },
        },
      ],
      usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
    }),
  );
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
