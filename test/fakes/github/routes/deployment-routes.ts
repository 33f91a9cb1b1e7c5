import type { FakeDeployment, FakeDeploymentStatus, FakeEnvironmentRules } from '../fake-records.ts';
import { accountOf, nodeId } from '../representations/account.ts';
import { repositoryHtmlUrl, repositoryUrl } from '../representations/repository.ts';
import { type FakeRoute, HttpRefusal, notFound, type RouteContext } from '../route.ts';
import { loginOf } from './caller.ts';

/** Deployments, their statuses, environments. */
export const deploymentRoutes: readonly FakeRoute[] = [
  {
    operation: 'POST /repos/{owner}/{repo}/deployments',
    permissions: ['deployments:write'],
    handle: context => ({ status: 201, json: deploymentOf(context, addDeployment(context)) }),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/deployments',
    permissions: ['deployments:read'],
    handle: context => {
      const given = (['sha', 'ref', 'task', 'environment'] as const).map(
        key => [key, context.query.get(key)] as const,
      );
      const listed = context
        .repository()
        .deployments.filter(deployment =>
          given.every(([key, value]) => value === null || deployment[key] === value),
        );
      return { list: listed.toReversed().map(deployment => deploymentOf(context, deployment)) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/deployments/{deployment_id}',
    permissions: ['deployments:read'],
    handle: context => ({ status: 200, json: deploymentOf(context, deploymentIn(context)) }),
  },
  {
    operation: 'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    permissions: ['deployments:write'],
    handle: context => {
      const deployment = deploymentIn(context);
      const status = statusFrom(context, deployment);
      deployment.statuses.push(status);
      if (status.state === 'success' && context.body.auto_inactive !== false)
        makeOthersInactive(context, deployment);
      return { status: 201, json: statusOf(context, deployment, status) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    permissions: ['deployments:read'],
    handle: context => {
      const deployment = deploymentIn(context);
      return {
        list: deployment.statuses.toReversed().map(status => statusOf(context, deployment, status)),
      };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/environments',
    permissions: ['actions:read'],
    handle: context => ({
      list: [...context.repository().environments].map(name => environmentOf(context, name)),
      wrap: 'environments',
    }),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/environments/{environment_name}',
    permissions: ['actions:read'],
    handle: context => {
      const name = context.params['environment_name'] ?? '';
      if (!context.repository().environments.has(name)) throw notFound();
      return { status: 200, json: environmentOf(context, name) };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
    permissions: ['actions:read'],
    handle: context => {
      const { branches } =
        context.repository().environmentRules.get(context.params['environment_name'] ?? '') ?? {};
      const names = branches === undefined || branches === 'protected' ? [] : branches;
      return {
        list: names.map((name, id) => ({ id, node_id: nodeId('DBP', id), name, type: 'branch' })),
        wrap: 'branch_policies',
      };
    },
  },
];

/** GitHub refuses a commit whose statuses or checks are not green, unless asked for no contexts. */
function addDeployment(context: RouteContext): FakeDeployment {
  const repository = context.repository();
  const { ref, task, environment, payload, description, required_contexts: required } = context.body;
  const sha = repository.git.commitOf(ref);
  if (sha === undefined) throw new HttpRefusal(422, `No ref found for: ${ref}`);
  const failing = repository.statuses.filter(status => status.sha === sha && status.state !== 'success');
  if (required === undefined && failing.length > 0)
    throw new HttpRefusal(409, 'Conflict: Commit status checks failed for the ref.');
  const deployment: FakeDeployment = {
    id: context.state.nextId(),
    sha,
    ref,
    task: task ?? 'deploy',
    environment: environment ?? 'production',
    payload: payload ?? {},
    description: description ?? null,
    creator: loginOf(context),
    createdAt: new Date().toISOString(),
    statuses: [],
  };
  repository.environments.add(deployment.environment);
  repository.deployments.push(deployment);
  return deployment;
}

function statusFrom(context: RouteContext, deployment: FakeDeployment): FakeDeploymentStatus {
  const { body } = context;
  return {
    id: context.state.nextId(),
    state: body.state,
    description: body.description ?? '',
    environment: body.environment ?? deployment.environment,
    logUrl: body.log_url ?? body.target_url ?? '',
    environmentUrl: body.environment_url ?? '',
    creator: loginOf(context),
    createdAt: new Date().toISOString(),
  };
}

/** A success makes the earlier successes of the environment inactive. */
function makeOthersInactive(context: RouteContext, current: FakeDeployment): void {
  for (const deployment of context.repository().deployments) {
    const last = deployment.statuses.at(-1);
    if (deployment === current || deployment.environment !== current.environment) continue;
    if (last?.state === 'success')
      deployment.statuses.push({ ...last, id: context.state.nextId(), state: 'inactive' });
  }
}

function deploymentIn(context: RouteContext): FakeDeployment {
  const found = context
    .repository()
    .deployments.find(({ id }) => id === Number(context.params['deployment_id']));
  if (found === undefined) throw notFound();
  return found;
}

function deploymentOf(context: RouteContext, deployment: FakeDeployment): object {
  const base = repositoryUrl(context.state, context.repository());
  const url = `${base}/deployments/${deployment.id}`;
  const { id, sha, ref, task, environment, payload, description, createdAt } = deployment;
  return {
    id,
    node_id: nodeId('DE', id),
    url,
    sha,
    ref,
    task,
    environment,
    original_environment: environment,
    payload,
    description,
    creator: accountOf(context.state, deployment.creator),
    statuses_url: `${url}/statuses`,
    repository_url: base,
    created_at: createdAt,
    updated_at: deployment.statuses.at(-1)?.createdAt ?? createdAt,
    transient_environment: false,
    production_environment: environment === 'production',
  };
}

function statusOf(context: RouteContext, deployment: FakeDeployment, status: FakeDeploymentStatus): object {
  const base = repositoryUrl(context.state, context.repository());
  const url = `${base}/deployments/${deployment.id}`;
  const page = `${repositoryHtmlUrl(context.state, context.repository())}/deployments`;
  return {
    id: status.id,
    node_id: nodeId('DES', status.id),
    url: `${url}/statuses/${status.id}`,
    state: status.state,
    creator: accountOf(context.state, status.creator),
    description: status.description,
    environment: status.environment,
    environment_url: status.environmentUrl === '' ? page : status.environmentUrl,
    log_url: status.logUrl === '' ? page : status.logUrl,
    target_url: status.logUrl === '' ? page : status.logUrl,
    deployment_url: url,
    repository_url: base,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}

function environmentOf(context: RouteContext, name: string): object {
  const url = `${repositoryUrl(context.state, context.repository())}/environments/${encodeURIComponent(name)}`;
  return {
    id: 1,
    node_id: nodeId('EN', 1),
    name,
    url,
    html_url: `${repositoryHtmlUrl(context.state, context.repository())}/deployments/activity_log`,
    created_at: context.state.startedAt,
    updated_at: context.state.startedAt,
    ...protectionOf(context, context.repository().environmentRules.get(name) ?? {}),
  };
}

function protectionOf({ state }: RouteContext, rules: FakeEnvironmentRules): object {
  const { waitMinutes, reviewers, preventSelfReview = false, branches } = rules;
  const rule = (id: number, type: string, fields: object) => ({
    id,
    node_id: nodeId('GA', id),
    type,
    ...fields,
  });
  const people = [
    ...(reviewers?.users ?? []).map(login => ({ type: 'User', reviewer: accountOf(state, login) })),
    ...(reviewers?.teams ?? []).map(slug => ({ type: 'Team', reviewer: teamOf(state.apiUrl, slug) })),
  ];
  return {
    protection_rules: [
      ...(waitMinutes === undefined ? [] : [rule(1, 'wait_timer', { wait_timer: waitMinutes })]),
      ...(reviewers === undefined
        ? []
        : [rule(2, 'required_reviewers', { prevent_self_review: preventSelfReview, reviewers: people })]),
      ...(branches === undefined ? [] : [rule(3, 'branch_policy', {})]),
    ],
    deployment_branch_policy:
      branches === undefined
        ? null
        : { protected_branches: branches === 'protected', custom_branch_policies: branches !== 'protected' },
  };
}

function teamOf(apiUrl: string, slug: string): object {
  const url = `${apiUrl}/teams/1`;
  return {
    id: 1,
    node_id: nodeId('T', 1),
    url,
    html_url: `https://github.com/orgs/octo/teams/${slug}`,
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    organization_id: 1,
    parent: null,
  };
}
