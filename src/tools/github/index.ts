import type { GitHubTool } from '../github-calls/github-clients.ts';
import { getRepository } from './get-repository.ts';
import { listIssues } from './list-issues.ts';
import { listRepositories } from './list-repositories.ts';

/** Every GitHub tool; a test proves that the list and the folder agree. */
export const githubTools: readonly GitHubTool[] = [getRepository, listIssues, listRepositories];
