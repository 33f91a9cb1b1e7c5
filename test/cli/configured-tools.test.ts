import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { parseConfig } from '../../src/config/index.ts';
import { createRepository } from './run-cli.ts';

let server: Server;
let host: string;
const seen: { readonly path: string; readonly authorization: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', authorization: request.headers.authorization });
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"state":"resolved"}');
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

/** The examples of docs/tools.md. */
const examples = readFileSync('docs/tools.md', 'utf8')
  .split('```yaml\n')
  .slice(1)
  .map(part => part.slice(0, part.indexOf('```')));

async function devops(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> {
  const [http = ''] = examples;
  const config = http.replace('https://status.example.com', `http://${host}`);
  const folder = createRepository({ '.github/devops.yml': config });
  let stdout = '';
  let stderr = '';
  const exitCode = await runProgram(args, {
    write: text => {
      stdout += text;
    },
    note: text => {
      stderr += text;
    },
    progress: () => undefined,
    colour: false,
    folder,
    environment,
  });
  return { exitCode, stdout, stderr };
}

const run = ['tools', 'run', 'http_incident', '--input', '{"id":"7"}'];

describe('the examples of the documentation', () => {
  it.each(examples)('are valid: %s', example => {
    expect(parseConfig(example, { file: 'devops.yml', ruleIds: [] }).errors).toEqual([]);
  });
});

describe('a configured tool', () => {
  it('is listed and shown like any other, without being called', async () => {
    expect((await devops(['tools', 'list'], {})).stdout).toMatch(/http_incident +read +Gets one incident/);
    expect((await devops(['tools', 'show', 'http_incident'], {})).stdout).toContain(
      'Gets one incident of the status page.',
    );
    expect(seen).toEqual([]);
  });

  it('works once the environment allows its host and sends its secret there', async () => {
    const allowed = {
      DEVOPS_TOOL_PRIVATE_HOSTS: host,
      DEVOPS_TOOL_STATUS: 'correct-horse-battery',
      DEVOPS_TOOL_STATUS_HOST: host,
    };
    expect(await devops(run, allowed)).toMatchObject({
      exitCode: 0,
      stdout: 'status: 200\nbody:\n  state: resolved\n',
    });
    expect(seen).toEqual([{ path: '/api/incidents/7', authorization: 'Bearer correct-horse-battery' }]);
  });

  it.each([
    ['its host is not allowed', {}, 'DEVOPS_TOOL_HOSTS'],
    ['its host may only have a public address', { hosts: 'DEVOPS_TOOL_HOSTS' }, 'must be reached by https'],
    [
      'its secret is for another host',
      { hosts: 'DEVOPS_TOOL_PRIVATE_HOSTS', secretHost: 'elsewhere.example' },
      'DEVOPS_TOOL_STATUS_HOST must say',
    ],
  ])(
    'is refused when %s',
    async (_name, { hosts, secretHost }: { hosts?: string; secretHost?: string }, message) => {
      const before = seen.length;
      const environment = {
        DEVOPS_TOOL_STATUS: 'correct-horse-battery',
        DEVOPS_TOOL_STATUS_HOST: secretHost ?? host,
        ...(hosts !== undefined && { [hosts]: host }),
      };
      expect(await devops(run, environment)).toMatchObject({
        exitCode: 3,
        stderr: expect.stringContaining(message) as string,
      });
      expect(seen).toHaveLength(before);
    },
  );

  it('cannot be given another secret of the process', () => {
    const [http = ''] = examples;
    const { errors } = parseConfig(http.replace('DEVOPS_TOOL_STATUS', 'GITHUB_TOKEN'), {
      file: 'devops.yml',
      ruleIds: [],
    });
    expect(errors).toHaveLength(1);
  });
});
