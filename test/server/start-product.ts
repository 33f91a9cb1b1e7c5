import { type ChildProcess, spawn } from 'node:child_process';
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
  close(): Promise<void>;
};

const webhookSecret = 'the secret of these tests';

/** Starts the stand-in and the server. `variables` go to the server's environment. */
export async function startProduct(variables: Readonly<Record<string, string>> = {}): Promise<Product> {
  const github = await startFakeGitHub({ permissions: appPermissions });
  const dataDir = mkdtempSync(join(tmpdir(), 'devops-product-'));
  let child: ChildProcess | undefined;
  let output = '';

  async function start(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const from = output.length;
    child = spawn(process.execPath, ['dist/server.js'], {
      env: {
        PATH: process.env['PATH'] ?? '',
        APP_ID: String(github.state.appId),
        PRIVATE_KEY: github.privateKey,
        WEBHOOK_SECRET: webhookSecret,
        GITHUB_API_URL: github.apiUrl,
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        PORT: '0',
        ...variables,
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    await waitFor(() => {
      if (child?.exitCode !== null) throw new Error(`the server ended:\n${output.slice(from)}`);
      return output.slice(from).includes('"Listening"');
    });
    github.state.webhook = { url: `${urlIn(output)}/api/github/webhooks`, secret: webhookSecret };
  }

  await start();
  return {
    github,
    dataDir,
    log: () => output,
    url: () => urlIn(output),
    start,
    kill: async () => {
      await ended(child, 'SIGKILL');
    },
    stop: () => ended(child, 'SIGTERM'),
    async close() {
      await ended(child, 'SIGKILL');
      await github.close();
    },
  };
}

function urlIn(output: string): string {
  const urls = [...output.matchAll(/"url":"(?<url>[^"]+)"/g)];
  return urls.at(-1)?.groups?.['url'] ?? '';
}

async function ended(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<number | null> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null)
    return child?.exitCode ?? null;
  const exit = new Promise<number | null>(resolve => {
    child.once('exit', code => resolve(code));
  });
  child.kill(signal);
  return await exit;
}

/** Waits until `condition` holds. @throws when it does not within 20 s. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  what = 'the condition',
): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited 20 s for ${what}`);
    await delay(25);
  }
}
