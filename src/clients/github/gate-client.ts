import type { ChangeFacts, EarlierDeployment, ProtectionFacts, Readable } from '../../contracts/gate.ts';
import type { OwnComment } from './repository-client.ts';

/** What of a change is to be read beyond what every deployment needs; each costs a request or a part of one. */
export type ChangeWants = {
  /** The checks that rulesets require of the base branch. */
  readonly requiredChecks: boolean;
  /** How far the commit is behind its base. */
  readonly behind: boolean;
  /** Environments whose newest deployment matters. */
  readonly earlier: readonly string[];
};

/** A change and the deployments that must come before it, read together. */
export type ChangeReading = {
  readonly change: ChangeFacts;
  readonly earlier: Readable<readonly EarlierDeployment[]>;
};

/** A pull request, the configuration and our own comments, as one request told them at one moment. */
export type DeploymentLook = {
  readonly headSha: string;
  readonly headRef: string;
  /** The default branch's head, at which the configuration was read. */
  readonly policySha: string;
  readonly policyText: string | undefined;
  /** Among the newest hundred comments. */
  readonly ownComments: readonly OwnComment[];
  /** There were no more than those. */
  readonly areAllComments: boolean;
  /** GitHub's answer, of which a glance is made. */
  readonly answer: unknown;
};

/** The checks that this App makes about deployments: their names begin so. They are not waited for. */
export type OwnChecks = { readonly appId: number; readonly prefix: string };

/**
 * Reads what gates decide by. A fact that GitHub refuses to tell (403, 404, 409, 422) is returned as unreadable; what
 * may work later (5xx, limits, no answer) is thrown as a retryable `AppError`. Nothing here allows anything.
 */
export type GateClient = {
  /** Of the teams of the owner's organisation, those in which the person is an active member. */
  teamsOf(login: string, teams: readonly string[]): Promise<Readable<readonly string[]>>;
  /** A pull request, its head's checks, signature and reviews; undefined when there is no such pull request. */
  pullRequestChange(pullRequest: number, wants: ChangeWants): Promise<ChangeReading | undefined>;
  /** What a deployment begins with; undefined when a part was refused or there is no such pull request. */
  look(pullRequest: number): Promise<DeploymentLook | undefined>;
  /**
   * The same as `pullRequestChange` in one request: without what rulesets require, and not compared with the base. With
   * a look of a moment ago in none, unless earlier environments matter, which a look does not tell.
   */
  glance(pullRequest: number, wants: ChangeWants, look?: DeploymentLook): Promise<ChangeReading | undefined>;
  /** Reads what a glance left out, as far as it is wanted. */
  complete(reading: ChangeReading, wants: ChangeWants): Promise<ChangeReading>;
  /** A commit of a branch: of the first of `branches` that holds it. */
  branchChange(sha: string, branches: readonly string[], wants: ChangeWants): Promise<ChangeReading>;
  /** The head at this moment, for the look right before the deployment is created. */
  headOf(
    pullRequest: number,
  ): Promise<{ readonly headSha: string; readonly open: boolean; readonly headExists: boolean } | undefined>;
  /** The protection rules of the GitHub environment; `branch` is the one that would be deployed. */
  protection(environment: string, branch: string | null): Promise<Readable<ProtectionFacts>>;
  /** Merges the base into the head branch, unless it moved on from `headSha`. */
  updateBranch(pullRequest: number, headSha: string): Promise<'updating' | 'refused'>;
};
