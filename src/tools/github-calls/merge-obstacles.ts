import type { GitHubClients } from './github-clients.ts';
import { loginOf } from './shown.ts';

/** Conclusions of check runs that count as passed. */
const passed: readonly (string | null)[] = ['success', 'neutral', 'skipped'];

/** Why a pull request must not be merged at a head commit; empty when nothing stands in its way. */
export async function mergeObstacles(
  octokit: GitHubClients['octokit'],
  target: GitHubClients['target'],
  wanted: { readonly number: number; readonly headSha: string; readonly approvals: number },
): Promise<readonly string[]> {
  const pull = { ...target, pull_number: wanted.number };
  const { data } = await octokit.rest.pulls.get(pull);
  if (data.head.sha !== wanted.headSha) return [`its head is ${data.head.sha} now`];
  const commit = { ...target, ref: wanted.headSha, per_page: 100 };
  const [runs, { data: combined }, reviews] = await Promise.all([
    octokit.paginate(octokit.rest.checks.listForRef, commit),
    octokit.rest.repos.getCombinedStatusForRef(commit),
    octokit.paginate(octokit.rest.pulls.listReviews, { ...pull, per_page: 100 }),
  ]);
  const failing = runs.filter(run => run.status !== 'completed' || !passed.includes(run.conclusion));
  const statuses = combined.statuses.filter(({ state }) => state !== 'success');
  const { approvers, objectors } = verdicts(reviews, wanted.headSha, loginOf(data.user));
  return [
    ...(data.state === 'open' && !data.merged ? [] : ['it is not open']),
    ...(data.draft === true ? ['it is a draft'] : []),
    ...(data.mergeable === true
      ? []
      : [data.mergeable === null ? 'GitHub is still testing the merge' : 'it conflicts with its base']),
    ...failing.map(run => `check "${run.name}" is ${run.conclusion ?? run.status}`),
    ...statuses.map(({ context, state }) => `status "${context}" is ${state}`),
    ...objectors.map(login => `${login} asks for changes`),
    ...(approvers.length < wanted.approvals
      ? [`it has ${approvers.length} of ${wanted.approvals} approvals at this head`]
      : []),
  ];
}

/** Each reviewer's last word; approvals count at this head only and never the author's own. */
function verdicts(
  reviews: readonly {
    readonly user: { readonly login: string } | null;
    readonly state: string;
    readonly commit_id: string | null;
  }[],
  headSha: string,
  author: string,
): { readonly approvers: readonly string[]; readonly objectors: readonly string[] } {
  const last = new Map<string, { readonly state: string; readonly current: boolean }>();
  for (const { user, state, commit_id: commit } of reviews) {
    if (['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'].includes(state))
      last.set(loginOf(user), { state, current: commit === headSha });
  }
  const of = (state: string): readonly string[] =>
    [...last].flatMap(([login, verdict]) => (verdict.state === state ? [login] : []));
  return {
    approvers: of('APPROVED').filter(login => login !== author && last.get(login)?.current === true),
    objectors: of('CHANGES_REQUESTED'),
  };
}
