import { pino } from 'pino';
import { ProbotOctokit } from 'probot';
import { withClientErrors } from '../../src/clients/github/client-errors.ts';
import type { ChangeWants, GateClient } from '../../src/clients/github/gate-client.ts';
import { createGateClient } from '../../src/clients/github/octokit-gate-client.ts';
import type { Octokit } from '../../src/clients/github/octokit-repository-client.ts';
import type { FakePullRequest, FakeRepository } from '../fakes/github/index.ts';
import type { TestGitHub } from '../fakes/start-github.ts';

export const wants: ChangeWants = { requiredChecks: true, behind: true, earlier: ['staging'] };

export type GateScene = {
  readonly repository: FakeRepository;
  readonly pullRequest: FakePullRequest;
  readonly client: GateClient;
  /** How long the client waited, milliseconds each. */
  readonly waits: readonly number[];
};

/** A repository with a pull request from `change`, and a client that asks once and does not really wait. */
export function openGateScene(
  test: TestGitHub,
  options: { readonly fork?: boolean; readonly permissions?: Readonly<Record<string, string>> } = {},
): GateScene {
  const { github } = test;
  github.faults.length = 0;
  github.requests.length = 0;
  const repository = github.state.repository({ name: `gates-${github.state.nextId()}` });
  repository.push('change', { 'app.txt': 'new\n' });
  repository.roles.set('mona', 'write').set('rita', 'maintain');
  const pullRequest = repository.openPullRequest({
    head: 'change',
    author: 'mona',
    fork: options.fork ?? false,
  });
  const octokit = new ProbotOctokit({
    auth: { token: test.token(options.permissions) },
    baseUrl: github.apiUrl,
    retry: { enabled: false },
    throttle: { enabled: false },
    log: pino({ level: 'silent' }),
  }) as Octokit;
  const waits: number[] = [];
  const client = createGateClient({
    octokit,
    repository: { owner: repository.owner, repo: repository.name },
    own: { appId: github.state.appId, prefix: 'devops / deploy' },
    teamsOctokit: async () => octokit,
    sleep: async milliseconds => {
      waits.push(milliseconds);
    },
  });
  return { repository, pullRequest, client: withClientErrors(client), waits };
}

/** Somebody reviews the pull request's head, or another commit. */
export function review(
  { repository, pullRequest }: GateScene,
  author: string,
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED',
  commitId = pullRequest.headSha,
): void {
  const id = repository.reviews.length + 1;
  const submittedAt = new Date(1_790_000_000_000 + id * 1000).toISOString();
  repository.reviews.push({
    id,
    pullRequest: pullRequest.number,
    author,
    body: '',
    state,
    commitId,
    submittedAt,
  });
}

/** A check run of an App on the pull request's head. */
export function check(
  { repository, pullRequest }: GateScene,
  name: string,
  options: {
    readonly appId?: number;
    readonly status?: string;
    readonly conclusion?: string;
    readonly startedAt?: string;
  } = {},
): void {
  const {
    appId = 7,
    status = 'completed',
    conclusion = 'success',
    startedAt = '2026-11-21T09:00:00Z',
  } = options;
  const run = repository.addCheckRun(appId, pullRequest.headSha, {
    name,
    status,
    ...(status === 'completed' ? { conclusion } : {}),
  });
  repository.checkRuns.set(run.id, { ...run, startedAt });
}
