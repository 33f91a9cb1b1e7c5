import type { FakeState } from '../fake-state.ts';

/** GitHub's opaque node ids: a prefix of the type, then the number. */
export function nodeId(type: string, id: number): string {
  return `${type}_${Buffer.from(String(id)).toString('base64url')}`;
}

/** A stable number for a login, as GitHub has one for every account. */
function accountId(login: string): number {
  return Buffer.from(login).reduce((hash, byte) => (hash * 31 + byte) % 1_000_003, 7) + 100;
}

/** A user or bot account, as embedded in other objects. */
export function accountOf(state: FakeState, login: string): object {
  const url = `${state.apiUrl}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: accountId(login),
    node_id: nodeId('U', accountId(login)),
    avatar_url: `${state.url}/avatars/${accountId(login)}`,
    gravatar_id: '',
    url,
    html_url: `${state.url}/${login.replace(/\[bot\]$/, '')}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** The App, as check runs and `GET /app` show it. */
export function appOf(state: FakeState): object {
  return {
    id: state.appId,
    slug: state.appSlug,
    node_id: nodeId('A', state.appId),
    client_id: state.clientId,
    owner: accountOf(state, 'octo'),
    name: state.appSlug,
    description: null,
    external_url: state.url,
    html_url: `${state.url}/apps/${state.appSlug}`,
    created_at: state.startedAt,
    updated_at: state.startedAt,
    permissions: state.permissions,
    events: state.events,
  };
}

export function installationOf(state: FakeState, account: string): object {
  const url = `${state.apiUrl}/app/installations/${state.installationId}`;
  return {
    id: state.installationId,
    app_id: state.appId,
    app_slug: state.appSlug,
    client_id: state.clientId,
    account: accountOf(state, account),
    target_id: 1,
    target_type: 'Organization',
    repository_selection: 'all',
    access_tokens_url: `${url}/access_tokens`,
    html_url: `${state.url}/organizations/${account}/settings/installations/${state.installationId}`,
    repositories_url: `${state.apiUrl}/installation/repositories`,
    single_file_name: null,
    permissions: state.permissions,
    events: state.events,
    created_at: state.startedAt,
    updated_at: state.startedAt,
    suspended_by: null,
    suspended_at: null,
  };
}
