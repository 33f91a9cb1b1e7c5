/**
 * What the text of a context can be: `fixed` (GitHub or the workflow's author decides, or the characters are too
 * few to be code), `arbitrary` (a stranger can write it), `unknown` (somebody inside usually decides).
 */
export type ContextTrust = 'fixed' | 'unknown' | 'arbitrary';

/**
 * Leaves of webhook payloads that cannot carry code: numbers, booleans, dates, hashes, logins, addresses that
 * GitHub builds, and enumerations (docs.github.com, "Webhook events and payloads").
 */
const fixedLeaves = new Set([
  'account_id',
  'action',
  'active',
  'active_lock_reason',
  'additions',
  'after',
  'archived',
  'author_association',
  'author_id',
  'before',
  'changed_files',
  'closed',
  'commit_id',
  'commits_count',
  'conclusion',
  'count',
  'created',
  'deleted',
  'deletions',
  'disabled',
  'distinct',
  'distinct_size',
  'draft',
  'event',
  'event_name',
  'fork',
  'forced',
  'forks',
  'forks_count',
  'full_name',
  'gravatar_id',
  'has_issues',
  'has_wiki',
  'id',
  'is_alphanumeric',
  'is_template',
  'line',
  'locked',
  'login',
  'maintainer_can_modify',
  'merged',
  'mergeable',
  'mergeable_state',
  'node_id',
  'number',
  'open_issues',
  'open_issues_count',
  'original_line',
  'original_position',
  'position',
  'prerelease',
  'private',
  'rebaseable',
  'retention_days',
  'review_comments',
  'run_attempt',
  'run_id',
  'run_number',
  'score',
  'sha',
  'side',
  'site_admin',
  'size',
  'stargazers_count',
  'state',
  'state_reason',
  'status',
  'tree_id',
  'type',
  'visibility',
  'watchers',
  'watchers_count',
  'workflow_id',
]);

/** Suffixes of such leaves. */
const fixedSuffix = /(?:_at|_count|_id|_oid|_sha|_url)$/;

/** `github.*` outside the event; everything else there is text of GitHub's own. */
const arbitraryGithub = new Set([
  'github',
  'github.base_ref',
  'github.event',
  'github.head_ref',
  'github.ref',
  'github.ref_name',
]);

/** Classifies a context by its lower-case dotted path (`pathOf`). Inputs, environment and matrix: see the caller. */
export function contextTrust(path: string): ContextTrust {
  const [root = '', ...rest] = path.split('.');
  switch (root) {
    case 'github':
      return githubTrust(path);
    case 'vars':
    case 'jobs':
      return 'unknown';
    case 'steps':
      return rest[1] === 'outcome' || rest[1] === 'conclusion' ? 'fixed' : 'unknown';
    case 'needs':
      return rest[1] === 'result' ? 'fixed' : 'unknown';
    default:
      // Secrets, the runner's own data, and names that are no context and therefore empty.
      return 'fixed';
  }
}

function githubTrust(path: string): ContextTrust {
  if (arbitraryGithub.has(path)) return 'arbitrary';
  return path.startsWith('github.event.') ? eventTrust(path.slice('github.event.'.length)) : 'fixed';
}

function eventTrust(path: string): ContextTrust {
  const parts = path.split('.');
  const leaf = parts.findLast(part => part !== '*') ?? '';
  if (parts[0] === 'client_payload' || parts[0] === 'inputs') return 'arbitrary';
  if (fixedLeaves.has(leaf) || fixedSuffix.test(leaf) || leaf === 'url') return 'fixed';
  // The counters `issue.comments`, `pull_request.commits` and `pull_request.comments` are numbers.
  if (/^(?:issue|pull_request)\.(?:comments|commits)$/.test(path)) return 'fixed';
  const owner = parts.at(-2) ?? '';
  // Names of repositories, organisations and installed apps are restricted to a few characters.
  if (leaf === 'name' && /^(?:repo|repository|head_repository|organization|enterprise|app)$/.test(owner)) {
    return 'fixed';
  }
  return 'arbitrary';
}
