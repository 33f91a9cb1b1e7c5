import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { AppError } from '../errors.ts';

/** What a git command came to. */
export type GitAnswer = { readonly exitCode: number; readonly stdout: Buffer; readonly stderr: string };

/** Runs git in one folder. */
export type Git = (args: readonly string[], input?: string) => Promise<GitAnswer>;

/** Most output that is held, bytes; a change beyond it cannot be listed. */
const maxOutputBytes = 256 * 1024 * 1024;

/**
 * Settings of a repository that could run a program or change what git prints are overruled: what is looked at
 * may come from anybody.
 */
const neutral = [
  '--no-pager',
  '--no-optional-locks',
  ...['core.fsmonitor=false', 'core.quotePath=false'].flatMap(setting => ['-c', setting]),
];

/** @throws AppError `git-missing` when git cannot be started, `git-output-too-large` beyond 256 MiB. */
export function createGit(folder: string): Git {
  return async (args, input = '') =>
    await new Promise((resolve, reject) => {
      const child = spawn('git', [...neutral, ...args], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
      const stdout: Buffer[] = [];
      let bytes = 0;
      let stderr = '';
      child.stdout.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxOutputBytes) child.kill();
        else stdout.push(chunk);
      });
      child.stderr.on('data', (chunk: Buffer) => {
        stderr = (stderr + chunk.toString()).slice(0, 4096);
      });
      // A git that ends before it has read everything closes the pipe; its exit code tells the story.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
      child.on('error', cause => reject(gitMissing(cause)));
      child.on('close', code => {
        if (bytes > maxOutputBytes) reject(outputTooLarge(args[0] ?? ''));
        else resolve({ exitCode: code ?? 1, stdout: Buffer.concat(stdout), stderr: stderr.trim() });
      });
    });
}

/**
 * The output of a git command that must succeed.
 * @throws AppError `git-failed` with git's own words when it does not, and those of `createGit`.
 */
export async function gitOutput(git: Git, args: readonly string[], input?: string): Promise<Buffer> {
  const { exitCode, stdout, stderr } = await git(args, input);
  if (exitCode === 0) return stdout;
  throw new AppError({
    code: 'git-failed',
    publicMessage: `git ${args[0] ?? ''} failed with exit code ${exitCode}: ${stderr}`,
  });
}

/** Splits `-z` output into its entries. */
export function splitNul(output: Buffer): readonly string[] {
  const entries = output.toString('utf8').split('\0');
  entries.pop();
  return entries;
}

function gitMissing(cause: Error): AppError {
  return new AppError({
    code: 'git-missing',
    publicMessage: 'git could not be started. Install git and make sure that it is on the PATH.',
    cause,
  });
}

function outputTooLarge(command: string): AppError {
  return new AppError({
    code: 'git-output-too-large',
    publicMessage: `git ${command} printed more than ${maxOutputBytes} bytes. Review a smaller change.`,
  });
}
