import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DatabaseLocation } from '../../../src/storage/open-database.ts';

const script = fileURLToPath(new URL('worker-process.ts', import.meta.url));

export type Child = {
  readonly process: ChildProcess;
  /** Lines of standard output so far. */
  readonly lines: readonly string[];
  /** Resolves with the signal that ended it, or its exit code. */
  readonly ended: Promise<string | number | null>;
};

/** Starts a worker process (see `worker-process.ts`); Node runs the TypeScript as it stands. */
export function startChild(instructions: {
  readonly location: DatabaseLocation;
  readonly enqueue?: readonly string[];
  readonly deliveries?: number;
  readonly world?: string;
  readonly leaseMs?: number;
  readonly dieAt?: number;
}): Child {
  const child = spawn(process.execPath, ['--no-warnings', script, JSON.stringify(instructions)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The test runner's own settings (import hooks) are not the child's.
    env: { PATH: process.env['PATH'] },
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', line => lines.push(line));
  const ended = once(child, 'close').then(
    ([code, signal]: (string | number | null)[]) => signal ?? code ?? null,
  );
  return { process: child, lines, ended };
}
