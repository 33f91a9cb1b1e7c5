import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeGitHub, FakePullRequest, FakeRepository } from '../fakes/github/index.ts';

/** Builds the Action's bundle into a folder of its own; returns its entry. */
export function buildAction(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'devops-action-'));
  execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/build.ts', 'action', folder], {
    stdio: 'inherit',
  });
  return join(folder, 'index.js');
}

/** What a job ended with, read back as the runner would. */
export type JobRun = {
  readonly exitCode: number;
  readonly stdout: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly workspace: string;
  /** From the start of the process to its first line after the masks, and to its end, milliseconds. */
  readonly firstLineMs: number;
  readonly durationMs: number;
  /** Most resident memory of the process; 0 where the system does not tell (Linux does). */
  readonly peakMegabytes: number;
};

/** A job of a workflow; what is left out is what the runner would put there. */
export type FakeJob = {
  readonly entry: string;
  readonly github: FakeGitHub;
  readonly repository: FakeRepository;
  readonly eventName: string;
  readonly event: object;
  readonly sha: string;
  readonly ref?: string;
  /** The job's `permissions:`, in the names of tokens. */
  readonly permissions?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly workspace?: string;
  /** Cancels the job at its first line, as the runner does. */
  readonly cancel?: boolean;
  /** Further variables of the process, such as a proxy's. */
  readonly variables?: Readonly<Record<string, string>>;
};

/** A folder such as the runner gives a job; empty until something is checked out. */
export function emptyWorkspace(): string {
  return mkdtempSync(join(realpathSync(tmpdir()), 'devops-workspace-'));
}

/** Checks a commit out as `actions/checkout` does; `depth` 0 is the whole history. */
export function checkOut(repository: FakeRepository, sha: string, depth = 0): string {
  const workspace = emptyWorkspace();
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'advice.detachedHead=false', ...args], { cwd: workspace, stdio: 'pipe' });
  };
  git('init', '--quiet');
  git('remote', 'add', 'origin', `file://${repository.git.folder}`);
  repository.git.run(['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  if (depth === 0) git('fetch', '--quiet', 'origin', '+refs/heads/*:refs/remotes/origin/*', sha);
  else git('fetch', '--quiet', `--depth=${depth}`, 'origin', sha);
  git('checkout', '--quiet', '--detach', sha);
  return workspace;
}

/** What a token may do by default in these tests: the `permissions:` block of the documentation. */
export const documentedPermissions = { contents: 'read', pull_requests: 'write', metadata: 'read' };

/** Runs the bundle as a runner does: a process of its own, with the runner's variables and files and no others. */
export async function runAction(job: FakeJob): Promise<JobRun> {
  const files = mkdtempSync(join(tmpdir(), 'devops-runner-'));
  const file = (name: string, text = ''): string => {
    writeFileSync(join(files, name), text);
    return join(files, name);
  };
  const token = job.github.state.issueToken({
    kind: 'installation',
    login: 'github-actions[bot]',
    installationId: 1,
    repositories: [job.repository.name],
    permissions: job.permissions ?? documentedPermissions,
  });
  const workspace = job.workspace ?? emptyWorkspace();
  const inputs = { 'github-token': token, ...job.inputs };
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: files,
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: job.repository.fullName,
    GITHUB_EVENT_NAME: job.eventName,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(job.event)),
    GITHUB_SHA: job.sha,
    GITHUB_REF: job.ref ?? 'refs/heads/main',
    GITHUB_WORKSPACE: workspace,
    GITHUB_API_URL: job.github.apiUrl,
    GITHUB_SERVER_URL: job.github.url,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    ...job.variables,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  };
  const ended = await spawned(job.entry, { cwd: workspace, env, cancel: job.cancel ?? false });
  return {
    ...ended,
    outputs: readOutputs(readFileSync(env.GITHUB_OUTPUT, 'utf8')),
    summary: readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8'),
    workspace,
  };
}

async function spawned(
  entry: string,
  job: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly cancel: boolean },
): Promise<Omit<JobRun, 'outputs' | 'summary' | 'workspace'>> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [entry], {
    cwd: job.cwd,
    env: job.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let firstLineMs = 0;
  let peakMegabytes = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (firstLineMs === 0 && stdout.includes('Agentic DevOps')) {
      firstLineMs = performance.now() - startedAt;
      if (job.cancel) child.kill('SIGINT');
    }
    // The last output is written when the work is done, while the process is still there.
    peakMegabytes = Math.max(peakMegabytes, peakOf(child.pid));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exitCode = await new Promise<number | null>(resolve => {
    child.once('close', code => resolve(code));
  });
  if (stderr !== '') throw new Error(`the Action wrote to standard error:\n${stderr}`);
  return {
    exitCode: exitCode ?? -1,
    stdout,
    firstLineMs,
    durationMs: performance.now() - startedAt,
    peakMegabytes,
  };
}

function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /^VmHWM:\s+(?<kilobytes>\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(kilobytes?.groups?.['kilobytes'] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Format: GitHub Docs, "Workflow commands", multiline strings. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const blocks = text.matchAll(/^(?<name>[\w-]+)<<(?<end>\S+)\n(?<value>[\s\S]*?)\n\k<end>$/gm);
  return Object.fromEntries(
    [...blocks].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']),
  );
}

/** The event of a pull request as far as the Action reads it. */
export function pullRequestJob(
  repository: FakeRepository,
  pullRequest: FakePullRequest,
): Pick<FakeJob, 'repository' | 'eventName' | 'event' | 'sha' | 'ref'> {
  return {
    repository,
    eventName: 'pull_request',
    event: { pull_request: { number: pullRequest.number, head: { sha: pullRequest.headSha } } },
    // The runner's own SHA is the test merge commit, which is not what is reviewed.
    sha: repository.baseShaOf(pullRequest),
    ref: `refs/pull/${pullRequest.number}/merge`,
  };
}
