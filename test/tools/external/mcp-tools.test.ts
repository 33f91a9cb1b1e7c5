import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectMcp } from '../../../src/clients/mcp/mcp-connection.ts';
import { createOutsideHttp } from '../../../src/clients/outside/outside-http.ts';
import { readToolEnvironment } from '../../../src/config/tool-environment.ts';
import type { McpServerConfig } from '../../../src/contracts/external-tool.ts';
import { describeTool } from '../../../src/tools/describe-tool.ts';
import {
  connectExternalTools,
  type ExternalTools,
  externalSpecifications,
} from '../../../src/tools/external/connect-external-tools.ts';
import { resultForModel } from '../../../src/tools/result-for-model.ts';
import { call } from '../tool-ports.ts';

const server: McpServerConfig = {
  url: undefined,
  command: undefined,
  env: [],
  secretHeader: undefined,
  tools: { search: { risk: 'read', description: 'Searches the handbook.' } },
  timeoutMs: 4_000,
};

const open: ExternalTools[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(tools => tools.close()));
});

const program = (way: string): readonly string[] => [
  process.execPath,
  join(import.meta.dirname, 'mcp-server.mjs'),
  way,
];

async function connect(
  overrides: Partial<McpServerConfig>,
  options: { readonly commands?: readonly string[]; readonly hosts?: readonly string[] } = {},
): Promise<ExternalTools> {
  const rules = {
    hosts: [],
    privateHosts: options.hosts ?? [],
    commands: options.commands ?? (overrides.command === undefined ? [] : [overrides.command.join(' ')]),
  };
  const environment = readToolEnvironment({
    DEVOPS_TOOL_GIVEN: 'given',
    DEVOPS_TOOL_KEY: 'key',
    DEVOPS_TOOL_KEY_HOST: options.hosts?.[0],
    DEVOPS_TOOL_OTHER: 'other',
    DEVOPS_TOOL_OTHER_HOST: 'elsewhere.example',
  });
  const tools = await connectExternalTools(
    { http: {}, mcp: { docs: { ...server, ...overrides } } },
    {
      rules,
      http: createOutsideHttp(rules),
      connect: connectMcp,
      secret: environment.secret,
      variable: environment.variable,
    },
    () => true,
  );
  open.push(tools);
  return tools;
}

async function search(way: string, overrides: Partial<McpServerConfig> = {}): ReturnType<typeof call> {
  const { tools, problems } = await connect({ command: program(way), ...overrides });
  const [tool] = tools;
  if (tool === undefined) throw new Error(problems.join());
  return await call(tool, { query: 'x' });
}

describe('an MCP server as tools', () => {
  it('has the tools that the configuration allows, in the configuration’s words', async () => {
    const { tools, problems } = await connect({ command: program('honest') });
    expect(problems).toEqual([]);
    expect(tools.map(({ name, risk }) => [name, risk])).toEqual([['mcp_docs_search', 'read']]);
    const [tool] = tools.map(describeTool);
    expect(tool?.parameters).toMatchObject({
      properties: { query: { type: 'string' } },
      required: ['query'],
    });
    expect(JSON.stringify(tool)).not.toContain('IGNORE');
  });

  it('is called by the server’s name, and what it says is data', async () => {
    const result = await search('honest');
    expect(result).toMatchObject({
      kind: 'ok',
      value: { structured: { name: 'search', input: { query: 'x' } } },
    });
    const text = resultForModel({ name: 'mcp_docs_search' }, result);
    expect(text.match(/<\/tool-output>/g)).toHaveLength(1);
  });

  it.each([
    ['renames its tool', 'renamed', 'has no tool search'],
    ['lists no tools', 'no-list', 'could not be used'],
  ])('that %s is told, and offers nothing', async (_name, way, problem) => {
    const { tools, problems } = await connect({ command: program(way) });
    expect(tools).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it.each(['endless', 'same-cursor'])('with %s pages is listed so far', async way => {
    expect((await connect({ command: program(way) })).tools).toHaveLength(1);
  });

  it('that does not answer costs its time limit', async () => {
    const { problems } = await connect({ command: program('silent'), timeoutMs: 600 });
    expect(problems).toEqual([expect.stringContaining('could not be used')]);
  });

  it('gets of the environment what the configuration names, and no secret', async () => {
    process.env['GITHUB_TOKEN'] ??= 'not for children';
    const result = await search('environment', { env: ['DEVOPS_TOOL_GIVEN'] });
    const { texts } = (result.kind === 'ok' ? result.value : {}) as { texts?: string[] };
    const names = Object.keys(JSON.parse(texts?.[0] ?? '{}') as object);
    expect(names).toContain('DEVOPS_TOOL_GIVEN');
    expect(names.filter(name => /TOKEN|SECRET|API_KEY|PRIVATE/.test(name))).toEqual([]);
  });

  it.each([
    ['large', { kind: 'ok', cut: expect.stringMatching(/texts\[0\]: \d+ of 3000000 characters/) as string }],
    ['error', { kind: 'refused', code: 'mcp-error' }],
    ['image', { kind: 'ok', value: { texts: ['seen'] }, cut: 'parts that are no text: image' }],
    ['garbage', { kind: 'failed', code: 'mcp-failed', message: 'The MCP server did not answer.' }],
  ])('that answers with something %s is understood', async (way, expected) => {
    expect(await search(way)).toMatchObject(expected);
  });

  it('is not started unless the environment holds exactly its command line', async () => {
    const command = program('honest');
    for (const commands of [[], [command.slice(0, 2).join(' ')], [`${command.join(' ')} --more`]]) {
      const { tools, problems } = await connect({ command }, { commands });
      expect(tools).toEqual([]);
      expect(problems).toEqual([expect.stringContaining('DEVOPS_MCP_COMMANDS')]);
    }
  });

  it('is listed without a connection', () => {
    const listed = externalSpecifications({
      http: {},
      mcp: { docs: { ...server, url: 'https://mcp.example.com/' } },
    });
    expect(listed.map(({ name }) => name)).toEqual(['mcp_docs_search']);
  });
});

describe('an MCP server over HTTP', () => {
  let http: Server;
  let host: string;
  const keys: unknown[] = [];

  beforeAll(async () => {
    http = createServer((request, response) => {
      keys.push(request.headers['x-key']);
      let text = '';
      request.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      request.on('end', () => {
        const { id, method, params } = JSON.parse(text) as {
          id?: number;
          method: string;
          params?: { protocolVersion?: string };
        };
        const results: Readonly<Record<string, object>> = {
          initialize: {
            protocolVersion: params?.protocolVersion,
            capabilities: { tools: {} },
            serverInfo: { name: 'http', version: '1' },
          },
          'tools/list': { tools: [{ name: 'search', inputSchema: { type: 'object' } }] },
          'tools/call': { content: [{ type: 'text', text: 'found' }] },
        };
        if (id === undefined) response.writeHead(202).end();
        else {
          // As a stream of one event, which servers may choose.
          response.writeHead(200, { 'content-type': 'text/event-stream' });
          response.end(
            `event: message\ndata: ${JSON.stringify({ jsonrpc: '2.0', id, result: results[method] ?? {} })}\n\n`,
          );
        }
      });
    });
    await new Promise<void>(resolve => {
      http.listen(0, '127.0.0.1', resolve);
    });
    host = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    http.closeAllConnections();
    http.close();
  });

  it('is reached with its secret header', async () => {
    const secretHeader = { name: 'X-Key', env: 'DEVOPS_TOOL_KEY', prefix: '' };
    const { tools, problems } = await connect({ url: `http://${host}/mcp`, secretHeader }, { hosts: [host] });
    expect(problems).toEqual([]);
    const [tool] = tools;
    expect(tool && (await call(tool, { query: 'x' }))).toEqual({ kind: 'ok', value: { texts: ['found'] } });
    expect(new Set(keys)).toEqual(new Set(['key']));
  });

  it('is not reached on a host that is not allowed, or without its secret', async () => {
    const url = `http://${host}/mcp`;
    expect((await connect({ url })).problems).toEqual([expect.stringContaining('could not be used')]);
    for (const env of ['DEVOPS_TOOL_UNSET', 'DEVOPS_TOOL_OTHER', 'GITHUB_TOKEN']) {
      const secretHeader = { name: 'X-Key', env, prefix: '' };
      expect((await connect({ url, secretHeader }, { hosts: [host] })).problems).toEqual([
        expect.stringContaining(`${env}_HOST must say ${host}`),
      ]);
    }
  });
});
