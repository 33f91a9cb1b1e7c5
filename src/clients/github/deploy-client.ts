import type { CheckAction, CheckConclusion } from './repository-client.ts';

/** A deployment as GitHub keeps it. */
export type GitHubDeployment = {
  readonly id: number;
  /** What GitHub made of the ref it was given. */
  readonly sha: string;
  readonly environment: string;
  /** ISO 8601. */
  readonly createdAt: string;
};

/** States that a deployment can be given. */
export type DeploymentState = 'queued' | 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

/** What a check run shows; a conclusion completes it. */
export type CheckUpdate = {
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion?: CheckConclusion;
  readonly title: string;
  readonly summary: string;
  readonly detailsUrl?: string;
  readonly actions: readonly CheckAction[];
};

/** What lies between two commits. Texts are untrusted. */
export type Comparison = {
  /** Oldest first, at most 250. */
  readonly commits: readonly { readonly sha: string; readonly title: string; readonly author: string }[];
  readonly totalCommits: number;
  /** Commits of the base that the head lacks. */
  readonly behindBy: number;
  /** At most 300: GitHub's limit for comparisons. */
  readonly paths: readonly string[];
};

/** What deployments may ask of one repository on GitHub; the implementation holds the token. */
export type DeployClient = {
  /** Creates a deployment of exactly this commit; GitHub enforces no contexts and merges nothing for it. */
  createDeployment(options: {
    readonly sha: string;
    readonly environment: string;
    readonly production: boolean;
    readonly description: string;
    readonly payload: Readonly<Record<string, unknown>>;
  }): Promise<GitHubDeployment>;
  /** The deployment of the environment whose payload names the run, among its newest 100. */
  findDeployment(options: {
    readonly environment: string;
    readonly run: string;
  }): Promise<GitHubDeployment | undefined>;
  /** Adds a status. `autoInactive`: a success makes the environment's earlier ones inactive (GitHub: not in production). */
  setStatus(status: {
    readonly deploymentId: number;
    readonly state: DeploymentState;
    readonly description: string;
    readonly environment: string;
    readonly environmentUrl?: string;
    readonly logUrl?: string;
    readonly autoInactive: boolean;
  }): Promise<void>;
  /**
   * Answers a job that waits for this App's deployment protection rule; without a state it only says why it waits.
   * `settled` when the job waits no longer.
   */
  answerProtectionRule(answer: {
    readonly workflowRun: number;
    readonly environment: string;
    readonly state: 'approved' | 'rejected' | undefined;
    readonly comment: string;
  }): Promise<'answered' | 'settled'>;
  compare(base: string, head: string): Promise<Comparison>;
  createCheck(
    check: CheckUpdate & { readonly name: string; readonly headSha: string; readonly externalId: string },
  ): Promise<{ readonly id: number; readonly url: string }>;
  /** The check run of ours with this external id on this commit, if it exists. */
  findCheck(options: {
    readonly headSha: string;
    readonly externalId: string;
  }): Promise<{ readonly id: number; readonly url: string } | undefined>;
  updateCheck(id: number, check: CheckUpdate): Promise<void>;
};
