import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');

/** What the built CLI ended with. */
export type CliRun = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Runs the built CLI as users do. */
export function runCli(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    maxBuffer: 64 * 2 ** 20,
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', ...env },
  });
  return { exitCode: status ?? -1, stdout, stderr };
}

/** An empty folder outside any repository. */
export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'devops-cli-')));
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Runs git with an identity and without the machine's settings. @throws when git fails. */
export function git(folder: string, ...args: readonly string[]): string {
  const identity = [
    '-c',
    'user.name=T',
    '-c',
    'user.email=t@example.com',
    '-c',
    'protocol.file.allow=always',
  ];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** A repository whose branch main holds the files in one commit. */
export function createRepository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  git(folder, 'init', '--quiet', '--initial-branch=main');
  writeFiles(folder, files);
  commitAll(folder);
  return folder;
}

/** Commits everything; returns the commit's id. */
export function commitAll(folder: string): string {
  git(folder, 'add', '--all', '--force');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message=work');
  return git(folder, 'rev-parse', 'HEAD');
}
