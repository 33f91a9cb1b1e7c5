import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FakeGitHub } from '../test/fakes/github/index.ts';
import { StoryError, waitFor } from './wait.ts';

/** The built server as a child process. */
export type ServerProcess = {
  readonly pid: number;
  readonly url: string;
  /** How many log lines have this message. */
  readonly logged: (message: string) => number;
  /** @throws StoryError when the demo is interrupted, or with the end of the log when the process has ended. */
  readonly assertAlive: () => void;
  /** Stops it, by `SIGTERM` and after 5 s by `SIGKILL`; resolves with the exit code, null after a kill. */
  stop(): Promise<number | null>;
};

/** Longest wait for a stopping server, milliseconds. */
const stopTimeoutMs = 5_000;
const logTailLength = 2_000;

/** Starts `dist/server.js` on a free loopback port with its data in `dataDir`. @throws StoryError. */
export async function startServerProcess(options: {
  readonly github: FakeGitHub;
  readonly dataDir: string;
  readonly webhookSecret: string;
  readonly interrupted: AbortSignal;
}): Promise<ServerProcess> {
  const script = fileURLToPath(new URL('./server.js', import.meta.url));
  if (!existsSync(script)) throw new StoryError(`${script} is missing: run \`npm run build\``);
  const child = spawn(process.execPath, [script], {
    // Nothing of the caller's environment: no key of a model, no proxy, no other App's secret.
    env: {
      PATH: process.env['PATH'] ?? '',
      APP_ID: String(options.github.state.appId),
      PRIVATE_KEY: options.github.privateKey,
      WEBHOOK_SECRET: options.webhookSecret,
      GITHUB_API_URL: options.github.apiUrl,
      DATA_DIR: options.dataDir,
      HOST: '127.0.0.1',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const assertAlive = (): void => {
    if (options.interrupted.aborted) throw new StoryError('it was interrupted');
    if (!hasEnded(child)) return;
    throw new StoryError(
      `the server ended with ${child.exitCode ?? child.signalCode}:\n${log.slice(-logTailLength)}`,
    );
  };
  try {
    const url = await waitFor({
      what: 'the server to listen',
      look: () => /"url":"(?<url>http[^"]+)"/.exec(log)?.groups?.['url'],
      assertAlive,
    });
    return {
      pid: child.pid ?? 0,
      url,
      logged: message => log.split(`"msg":"${message}"`).length - 1,
      assertAlive,
      stop: () => stop(child),
    };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (hasEnded(child)) return child.exitCode;
  const exit = new Promise<number | null>(resolve => {
    child.once('exit', resolve);
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  child.kill('SIGTERM');
  const code = await exit;
  clearTimeout(timer);
  return code;
}
