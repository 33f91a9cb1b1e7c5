import { headQuery } from './change-query.ts';
import type { ChangeReader } from './change-reader.ts';
import { headSchema } from './change-schemas.ts';
import { readProtection } from './environment-protection.ts';
import type { GateClient } from './gate-client.ts';
import {
  completeChange,
  glanceAtPullRequest,
  lookAtPullRequest,
  readBranchChange,
  readPullRequestChange,
} from './read-change.ts';
import { readable } from './readable.ts';
import { statusOf } from './status-of.ts';
import { readTeams } from './team-membership.ts';

/** Reads what gates decide by, on an Octokit that is already authenticated for the repository. */
export function createGateClient(reader: ChangeReader): GateClient {
  const { octokit, repository, teamsOctokit } = reader;
  return {
    teamsOf: (login, teams) =>
      readable(async () =>
        teams.length === 0
          ? []
          : await readTeams(await teamsOctokit(), { organisation: repository.owner, login, teams }),
      ),
    pullRequestChange: (number, wants) => readPullRequestChange(reader, number, wants),
    look: number => lookAtPullRequest(reader, number),
    glance: (number, wants, look) => glanceAtPullRequest(reader, number, wants, look),
    complete: (reading, wants) => completeChange(reader, reading, wants),
    branchChange: (sha, branches, wants) => readBranchChange(reader, { sha, branches }, wants),
    async headOf(number) {
      const target = { owner: repository.owner, name: repository.repo, number };
      const { pullRequest } = headSchema.parse(await octokit.graphql(headQuery, target)).repository;
      if (pullRequest === null) return undefined;
      const { headRefOid: headSha, state, headRef } = pullRequest;
      return { headSha, open: state === 'OPEN', headExists: headRef !== null };
    },
    protection: (environment, branch) =>
      readable(() => readProtection(octokit, repository, { environment, branch })),
    async updateBranch(number, headSha) {
      const target = { ...repository, pull_number: number, expected_head_sha: headSha };
      try {
        await octokit.rest.pulls.updateBranch(target);
        return 'updating';
      } catch (error) {
        // 422: it moved on, conflicts, or is up to date; 403 and 404: not for this App.
        if ([403, 404, 422].includes(statusOf(error) ?? 0)) return 'refused';
        throw error;
      }
    },
  };
}
