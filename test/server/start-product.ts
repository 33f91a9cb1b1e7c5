import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'yaml';
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/index.ts';

/** What `app.yml` asks for: the stand-in grants exactly that. */
export const appPermissions = (
  parse(readFileSync('app.yml', 'utf8')) as { readonly default_permissions: Readonly<Record<string, string>> }
).default_permissions;

/** The built server as a child process, against the stand-in GitHub. */
export type Product = {
  readonly github: FakeGitHub;
  readonly dataDir: string;
  /** Everything the process wrote so far. */
  readonly log: () => string;
  readonly url: () => string;
  start(variables?: Readonly<Record<string, string>>): Promise<void>;
  /** `SIGKILL`, as when a machine goes away. */
  kill(): Promise<void>;
  /** Asks it to stop and gives its exit code. */
  stop(): Promise<number | null>;
  /** @throws when a request of this product was not as GitHub's OpenAPI description has it. */
  close(): Promise<void>;
};

/** No prose: the secret guard would find pieces of it in the texts of rules. */
export const webhookSecret = createHash('sha256').update('webhook').digest('hex');

/** A server process and what it wrote. */
export type ServerProcess = {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** The exit code, once it has ended. */
  readonly exited: Promise<number | null>;
};

/** Runs the built server with exactly these variables (and PATH). */
export function spawnServer(variables: Readonly<Record<string, string>>): ServerProcess {
  let output = '';
  const child = spawn(process.execPath, ['dist/server.js'], {
    env: { PATH: process.env['PATH'] ?? '', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exited = new Promise<number | null>(resolve => {
    child.once('close', code => resolve(code));
  });
  return { child, output: () => output, exited };
}

/** Starts the stand-in and the server. `variables` go to the server's environment; every answer takes `latencyMs`. */
export async function startProduct(
  variables: Readonly<Record<string, string>> = {},
  options: { readonly latencyMs?: number } = {},
): Promise<Product> {
  const github = await startFakeGitHub({ permissions: appPermissions, ...options });
  const dataDir = mkdtempSync(join(tmpdir(), 'devops-product-'));
  const processes: ServerProcess[] = [];
  const log = (): string => processes.map(({ output }) => output()).join('');

  async function start(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const server = spawnServer({
      APP_ID: String(github.state.appId),
      PRIVATE_KEY: github.privateKey,
      WEBHOOK_SECRET: webhookSecret,
      GITHUB_API_URL: github.apiUrl,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: '0',
      ...variables,
      ...more,
    });
    processes.push(server);
    await waitFor(() => {
      if (server.child.exitCode !== null) throw new Error(`the server ended:\n${server.output()}`);
      return server.output().includes('"Listening"');
    }, 'the server to listen');
    github.state.webhook = { url: `${urlIn(log())}/api/github/webhooks`, secret: webhookSecret };
  }

  await start();
  return {
    github,
    dataDir,
    log,
    url: () => urlIn(log()),
    start,
    kill: async () => {
      await ended(processes.at(-1), 'SIGKILL');
    },
    stop: () => ended(processes.at(-1), 'SIGTERM'),
    async close() {
      await ended(processes.at(-1), 'SIGKILL');
      await github.close();
      if (github.violations.length > 0)
        throw new Error(`requests that GitHub would not take:\n${github.violations.join('\n')}`);
    },
  };
}

function urlIn(output: string): string {
  const urls = [...output.matchAll(/"url":"(?<url>[^"]+)"/g)];
  return urls.at(-1)?.groups?.['url'] ?? '';
}

async function ended(server: ServerProcess | undefined, signal: NodeJS.Signals): Promise<number | null> {
  if (server === undefined) return null;
  if (server.child.exitCode === null && server.child.signalCode === null) server.child.kill(signal);
  return await server.exited;
}

/** Waits until `condition` holds. @throws when it does not within 100 s. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  what = 'the condition',
): Promise<void> {
  const deadline = Date.now() + 100_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited 100 s for ${what}`);
    await delay(25);
  }
}
