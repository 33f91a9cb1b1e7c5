import { Buffer } from 'node:buffer';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configJsonSchema } from '../../src/config/json-schema.ts';
import { rules } from '../../src/detectors/rules.ts';

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
};

/** A minimal client of the Language Server Protocol 3.17 over standard streams. */
class LanguageServer {
  readonly #child: ChildProcess;
  readonly #waiting: {
    readonly accepts: (message: Message) => boolean;
    readonly resolve: (message: Message) => void;
  }[] = [];
  #buffer = Buffer.alloc(0);
  #id = 0;

  constructor() {
    this.#child = spawn(
      process.execPath,
      ['node_modules/yaml-language-server/bin/yaml-language-server', '--stdio'],
      { stdio: ['pipe', 'pipe', 'ignore'] },
    );
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  async request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#id;
    const answer = this.wait(message => message.id === id && message.method === undefined);
    this.#send({ id, method, params });
    return (await answer).result;
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  async wait(accepts: (message: Message) => boolean): Promise<Message> {
    return await new Promise(done => this.#waiting.push({ accepts, resolve: done }));
  }

  stop(): void {
    this.#child.kill();
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const header = this.#buffer.indexOf('\r\n\r\n');
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, Math.max(header, 0)))?.[1],
      );
      if (header === -1 || this.#buffer.length < header + 4 + length) return;
      const message = JSON.parse(this.#buffer.toString('utf8', header + 4, header + 4 + length)) as Message;
      this.#buffer = this.#buffer.subarray(header + 4 + length);
      this.#take(message);
    }
  }

  #take(message: Message): void {
    // The server asks for settings and registrations; it waits for an answer.
    if (message.method !== undefined && message.id !== undefined) {
      const items = (message.params as { items?: unknown[] } | undefined)?.items ?? [];
      this.#send({
        id: message.id,
        result: message.method === 'workspace/configuration' ? items.map(() => null) : null,
      });
    }
    const index = this.#waiting.findIndex(({ accepts }) => accepts(message));
    if (index !== -1) this.#waiting.splice(index, 1)[0]?.resolve(message);
  }
}

const schemaLine = `# yaml-language-server: $schema=${pathToFileURL(resolve('devops.schema.json')).href}\n`;

describe('devops.schema.json', () => {
  const server = new LanguageServer();
  let version = 0;

  beforeAll(async () => {
    await server.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { completion: { completionItem: {} }, publishDiagnostics: {} } },
    });
    server.notify('initialized', {});
    server.notify('workspace/didChangeConfiguration', {
      settings: { yaml: { validate: true, completion: true, schemaStore: { enable: false } } },
    });
  });
  afterAll(() => server.stop());

  const open = (text: string): string => {
    const uri = `file:///tmp/devops-${++version}.yml`;
    server.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: schemaLine + text },
    });
    return uri;
  };
  const diagnose = async (text: string): Promise<readonly string[]> => {
    const uri = `file:///tmp/devops-${version + 1}.yml`;
    const published = server.wait(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uri,
    );
    open(text);
    const { diagnostics } = (await published).params as {
      diagnostics: { message: string; range: { start: { line: number } } }[];
    };
    return diagnostics.map(({ message, range }) => `${range.start.line}: ${message}`);
  };
  const complete = async (text: string): Promise<readonly string[]> => {
    const uri = open(text);
    const lines = (schemaLine + text).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const result = await server.request('textDocument/completion', { textDocument: { uri }, position });
    return (result as { items: { label: string }[] }).items.map(({ label }) => label);
  };

  it('is fresh', () => {
    const expected = configJsonSchema(rules);
    expect(JSON.parse(readFileSync('devops.schema.json', 'utf8')), 'run `npm run generate`').toEqual(
      expected,
    );
  });

  it('accepts a good file', async () => {
    expect(
      await diagnose(
        'version: 1\nreview:\n  fail-on: high\n  rules:\n    github-token: off\n    tool/x: low\n',
      ),
    ).toEqual([]);
  });

  it.each([
    ['reveiw: {}\n', /^1: Property reveiw is not allowed/],
    ['review:\n  fail-on: hihg\n', /^2: Value is not accepted.*"critical"/],
    ['review:\n  drafts: maybe\n', /^2: Incorrect type.*boolean/],
    ['review:\n  rules:\n    github-tokn: off\n', /^3: Property github-tokn is not allowed/],
  ])('reports %j at its line', async (text, message) => {
    expect(await diagnose(text)).toEqual([expect.stringMatching(message)]);
  });

  it('completes sections, settings, values and rules', async () => {
    expect(await complete('')).toEqual(expect.arrayContaining(['version', 'review', 'model', 'bots']));
    expect(await complete('review:\n  ')).toEqual(expect.arrayContaining(['fail-on', 'exclude', 'rules']));
    expect(await complete('review:\n  fail-on: ')).toEqual(expect.arrayContaining(['critical', 'never']));
    expect(await complete('review:\n  rules:\n    ')).toEqual(expect.arrayContaining(['github-token']));
  });
});
