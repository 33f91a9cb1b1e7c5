import type { DeployRecord } from '../contracts/deploy.ts';
import { type ListedLock, lockLine } from './locks.ts';
import { commitUrl, type RepositoryLinks } from './permalink.ts';
import { codeSpan } from './untrusted-text.ts';

/** States in which a deployment is neither over nor refused. */
const underWay: readonly DeployRecord['state'][] = [
  'checking',
  'waiting-for-lock',
  'waiting-for-approval',
  'queued',
  'in-progress',
  'verifying',
];

/** What is deployed where, what is under way, and what is locked. `records` are newest first. */
export function renderDeployStatus(
  records: readonly DeployRecord[],
  {
    links,
    locks,
  }: { readonly links: RepositoryLinks; readonly locks: readonly Omit<ListedLock, 'isGlobal'>[] },
): string {
  const environments = [...new Set(records.map(({ environment }) => environment))].toSorted();
  if (environments.length === 0) return 'Nothing was deployed yet.';
  const rows = environments.map(environment => {
    const own = records.filter(record => record.environment === environment);
    const active = own.find(({ state }) => state === 'success');
    const current = own.filter(({ state }) => underWay.includes(state));
    const lock = locks.find(entry => entry.environment === environment)?.lock;
    const cells = [
      codeSpan(environment, 70),
      active === undefined ? '–' : deployed(active, links),
      current.map(({ runId, state, sha }) => `\`${runId}\` ${state} ${commit(sha, links)}`).join('<br>'),
      lock === undefined ? '' : lockLine(lock).replaceAll('|', '\\|'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `| Environment | Active | Under way | Locked |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}

/** An environment's newest deployments, however they ended. */
export function renderHistory(
  environment: string,
  records: readonly DeployRecord[],
  links: RepositoryLinks,
): string {
  const name = codeSpan(environment, 70);
  if (records.length === 0) return `Nothing was deployed to ${name} yet.`;
  const rows = records.map(
    record =>
      `| \`${record.runId}\` | ${record.state} | ${record.cause} | ${commit(record.sha, links)} | ${codeSpan(record.actor, 60)} | ${record.createdAt} |`,
  );
  return `Newest deployments to ${name}:\n\n| Run | State | Cause | Commit | By | At |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}`;
}

function deployed(record: DeployRecord, links: RepositoryLinks): string {
  const pullRequest = record.pullRequest === null ? '' : ` of #${record.pullRequest}`;
  return `${commit(record.sha, links)}${pullRequest} by ${codeSpan(record.actor, 60)}, ${record.updatedAt}`;
}

function commit(sha: string, links: RepositoryLinks): string {
  return `[\`${sha.slice(0, 7)}\`](${commitUrl(links, sha)})`;
}
