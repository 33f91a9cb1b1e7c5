import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMcpServer } from '../../src/cli/mcp-server.ts';
import { hostedTools } from '../../src/tools/hosted/index.ts';
import { toolSpecifications } from '../../src/tools/index.ts';
import { createToolRegistry } from '../../src/tools/registry.ts';
import { startToolScene, type ToolScene } from '../tools/github/github-tools.ts';
import { anyAccess, context, testPorts } from '../tools/tool-ports.ts';
import { temporaryFolder } from './run-cli.ts';

let scene: ToolScene;
beforeAll(async () => {
  scene = await startToolScene();
});
afterAll(async () => {
  await scene.close();
});

const open: Client[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(client => client.close()));
});

type Answer = { readonly action: 'accept' | 'decline' | 'cancel'; readonly confirm?: boolean };

/** A client of the server; without an answer it cannot be asked. */
async function connect(
  answer?: Answer,
  writesWithoutAsking = false,
): Promise<{ readonly client: Client; readonly asked: string[] }> {
  const tools = toolSpecifications
    .filter(({ family }) => family === 'github')
    .map(({ name }) => scene.tool(name));
  const server = await createMcpServer(
    {
      registry: createToolRegistry([...tools, ...hostedTools]),
      ports: testPorts(),
      context,
      access: anyAccess(tools),
    },
    { writesWithoutAsking },
  );
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities: answer === undefined ? {} : { elicitation: { form: {} } } },
  );
  const asked: string[] = [];
  if (answer !== undefined) {
    client.setRequestHandler('elicitation/create', ({ params }) => {
      asked.push(params.message);
      const { action, confirm = true } = answer;
      return action === 'accept' ? { action, content: { confirm } } : { action };
    });
  }
  const [here, there] = InMemoryTransport.createLinkedPair();
  await server.connect(there);
  await client.connect(here);
  open.push(client);
  return { client, asked };
}

async function textOf(client: Client, name: string, input: object): Promise<string> {
  const result = await client.callTool({ name, arguments: { ...input } });
  const [part] = result.content;
  return `${result.isError === true ? 'ERROR ' : ''}${part?.type === 'text' ? part.text : ''}`;
}

const comment = { number: 1, body: 'Hello @octo/all' };

describe('the product as an MCP server', () => {
  it('lists every tool with its schema and what it can do', async () => {
    const { client } = await connect();
    const { tools } = await client.listTools();
    expect(tools).toHaveLength(toolSpecifications.filter(({ family }) => family === 'github').length);
    expect(tools.find(({ name }) => name === 'github_delete_branch')).toMatchObject({
      annotations: { readOnlyHint: false, destructiveHint: true },
      inputSchema: { type: 'object', required: ['name'], additionalProperties: false },
    });
  });

  it('reads at once, and frames what it read as data', async () => {
    const { client } = await connect();
    expect(await textOf(client, 'github_read_file', { path: 'README.md' })).toMatch(
      /^<tool-output tool="github_read_file" trust="untrusted[^>]*>\n\{.*"text":"# App\\n"/,
    );
  });

  it('says what is wrong with a call', async () => {
    const { client } = await connect();
    expect(await textOf(client, 'github_read_fil', {})).toContain('Did you mean "github_read_file"?');
    expect(await textOf(client, 'github_read_file', {})).toMatch(/^ERROR Refused \(invalid-input\)/);
  });

  it('changes nothing for a client that cannot ask its person, and says what it would do', async () => {
    const { client } = await connect();
    const before = scene.repository.comments.size;
    expect(await textOf(client, 'github_comment_on_issue', comment)).toMatch(
      /^ERROR Refused \(not-confirmed\).*nobody confirmed it.*It would: Comment on #1/,
    );
    expect(scene.repository.comments.size).toBe(before);
  });

  it.each([
    ['declines', { action: 'decline' }],
    ['goes away', { action: 'cancel' }],
    ['says no', { action: 'accept', confirm: false }],
  ] as const)('changes nothing when the person %s', async (_name, answer) => {
    const { client, asked } = await connect(answer, true);
    expect(await textOf(client, 'github_delete_branch', { name: 'experiment-2' })).toContain('not-confirmed');
    expect(asked).toEqual([
      expect.stringMatching(/^github_delete_branch \(destructive\): Delete the branch/),
    ]);
    expect(scene.repository.git.resolve('refs/heads/experiment-2')).toBeDefined();
  });

  it('does it when the person agrees, and mentions nobody', async () => {
    const { client, asked } = await connect({ action: 'accept' });
    expect(await textOf(client, 'github_comment_on_issue', comment)).toContain('"url"');
    expect(await textOf(client, 'github_delete_branch', { name: 'experiment-2' })).toContain('"deleted"');
    expect(asked).toHaveLength(2);
    expect(scene.repository.git.resolve('refs/heads/experiment-2')).toBeUndefined();
    expect(scene.repository.commentsOf(1).at(-1)?.body).not.toContain('@octo');
  });

  it('lets what can be undone through when it was started so', async () => {
    const { client } = await connect(undefined, true);
    expect(await textOf(client, 'github_label_issue', { number: 1, add: ['seen'] })).toContain(
      '"labels":["seen"]',
    );
    expect(await textOf(client, 'github_delete_repository', { confirm: 'octo/app' })).toContain(
      'not-confirmed',
    );
  });
});

describe('devops mcp', () => {
  it('speaks the protocol over standard input and output, and ends with its client', async () => {
    const child = spawn(process.execPath, ['dist/cli.js', 'mcp', '--repo', 'octo/app'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, DATA_DIR: temporaryFolder() },
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const ask = async (id: number, method: string, params: object): Promise<unknown> => {
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
      return JSON.parse(String((await lines.next()).value));
    };
    const clientInfo = { name: 'test', version: '1' };
    expect(
      await ask(1, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo }),
    ).toMatchObject({ result: { serverInfo: { name: 'agentic-devops' } } });
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
    expect(await ask(2, 'tools/call', { name: 'host_metrics', arguments: {} })).toMatchObject({
      result: { content: [{ text: expect.stringContaining('"totalBytes"') as string }] },
    });
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
