import type { GitHubTool } from '../github-calls/github-clients.ts';
import { addCollaborator } from './add-collaborator.ts';
import { cancelWorkflowRun } from './cancel-workflow-run.ts';
import { closeIssue } from './close-issue.ts';
import { closePullRequest } from './close-pull-request.ts';
import { commentOnIssue } from './comment-on-issue.ts';
import { commentOnPullRequest } from './comment-on-pull-request.ts';
import { compareCommits } from './compare-commits.ts';
import { createBranch } from './create-branch.ts';
import { createIssue } from './create-issue.ts';
import { createPullRequest } from './create-pull-request.ts';
import { createRelease } from './create-release.ts';
import { createRepository } from './create-repository.ts';
import { deleteBranch } from './delete-branch.ts';
import { deleteRepository } from './delete-repository.ts';
import { dismissCodeScanningAlert } from './dismiss-code-scanning-alert.ts';
import { dispatchWorkflow } from './dispatch-workflow.ts';
import { getCheck } from './get-check.ts';
import { getDeployment } from './get-deployment.ts';
import { getIssue } from './get-issue.ts';
import { getJobLog } from './get-job-log.ts';
import { getPullRequest } from './get-pull-request.ts';
import { getRepository } from './get-repository.ts';
import { labelIssue } from './label-issue.ts';
import { listBranches } from './list-branches.ts';
import { listChecks } from './list-checks.ts';
import { listCodeScanningAlerts } from './list-code-scanning-alerts.ts';
import { listCollaborators } from './list-collaborators.ts';
import { listCommits } from './list-commits.ts';
import { listDependabotAlerts } from './list-dependabot-alerts.ts';
import { listDeployments } from './list-deployments.ts';
import { listEnvironments } from './list-environments.ts';
import { listFiles } from './list-files.ts';
import { listIssues } from './list-issues.ts';
import { listPullRequestFiles } from './list-pull-request-files.ts';
import { listPullRequests } from './list-pull-requests.ts';
import { listReleases } from './list-releases.ts';
import { listRepositories } from './list-repositories.ts';
import { listWorkflowJobs } from './list-workflow-jobs.ts';
import { listWorkflowRuns } from './list-workflow-runs.ts';
import { listWorkflows } from './list-workflows.ts';
import { mergePullRequest } from './merge-pull-request.ts';
import { proposeChange } from './propose-change.ts';
import { readFile } from './read-file.ts';
import { removeCollaborator } from './remove-collaborator.ts';
import { reopenIssue } from './reopen-issue.ts';
import { rerunWorkflow } from './rerun-workflow.ts';
import { reviewPullRequest } from './review-pull-request.ts';
import { searchCode } from './search-code.ts';
import { updateRepository } from './update-repository.ts';

/** Every GitHub tool; a test proves that the list and the folder agree. */
export const githubTools: readonly GitHubTool[] = [
  addCollaborator,
  cancelWorkflowRun,
  closeIssue,
  closePullRequest,
  commentOnIssue,
  commentOnPullRequest,
  compareCommits,
  createBranch,
  createIssue,
  createPullRequest,
  createRelease,
  createRepository,
  deleteBranch,
  deleteRepository,
  dismissCodeScanningAlert,
  dispatchWorkflow,
  getCheck,
  getDeployment,
  getIssue,
  getJobLog,
  getPullRequest,
  getRepository,
  labelIssue,
  listBranches,
  listChecks,
  listCodeScanningAlerts,
  listCollaborators,
  listCommits,
  listDependabotAlerts,
  listDeployments,
  listEnvironments,
  listFiles,
  listIssues,
  listPullRequestFiles,
  listPullRequests,
  listReleases,
  listRepositories,
  listWorkflowJobs,
  listWorkflowRuns,
  listWorkflows,
  mergePullRequest,
  proposeChange,
  readFile,
  removeCollaborator,
  reopenIssue,
  rerunWorkflow,
  reviewPullRequest,
  searchCode,
  updateRepository,
];
