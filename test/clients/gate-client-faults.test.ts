import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeploymentFacts } from '../../src/contracts/gate.ts';
import { decideDeployment } from '../../src/policies/index.ts';
import { allPermissions, startTestGitHub, type TestGitHub } from '../fakes/start-github.ts';
import { facts, request, settingsWith } from '../policies/deployment/facts.ts';
import { check, type GateScene, openGateScene, review, wants } from './gate-scene.ts';

let test: TestGitHub;
beforeAll(async () => {
  test = await startTestGitHub();
});
afterAll(() => test.close());

const settings = settingsWith({ gates: { checks: 'required', branches: [], verifiedCommits: false } });

type Part = 'teams' | 'change' | 'protection';

/** What is collected for a deployment from a pull request that passes every gate; parts may be known already. */
async function collect(
  { client, pullRequest }: GateScene,
  parts: readonly Part[] = ['teams', 'change', 'protection'],
  known: DeploymentFacts = facts,
): Promise<DeploymentFacts> {
  const { number, headSha: sha } = pullRequest;
  const later = new Date(Date.now() + 60_000).toISOString();
  const teams = parts.includes('teams') ? await client.teamsOf('mona', ['deployers']) : facts.actor.teams;
  const reading = parts.includes('change') ? await client.pullRequestChange(number, wants) : undefined;
  return {
    ...known,
    actor: { ...facts.actor, teams },
    request: { ...request, pullRequest: number, sha, recordedHead: sha, askedAt: later, now: later },
    ...reading,
    ...(parts.includes('protection') ? { protection: await client.protection('production', 'change') } : {}),
  };
}

function openPassingScene(permissions?: Readonly<Record<string, string>>): GateScene {
  const scene = openGateScene(test, permissions === undefined ? {} : { permissions });
  const { repository, pullRequest } = scene;
  test.github.state.teams.set('octo/deployers', new Set(['mona']));
  review(scene, 'rita', 'APPROVED');
  for (let index = 0; index < 101; index += 1) check(scene, `test-${index}`);
  repository.requiredByRulesets.push({ context: 'test-100' });
  repository.mergeableUnknown = 1;
  repository.environments.add('production');
  repository.environmentRules.set('production', { branches: ['change'] });
  const status = {
    id: 2,
    state: 'success',
    description: '',
    environment: 'staging',
    logUrl: '',
    environmentUrl: '',
    creator: 'mona',
    createdAt: '',
  };
  repository.deployments.push({
    id: 1,
    sha: pullRequest.headSha,
    ref: 'change',
    task: 'deploy',
    environment: 'staging',
    payload: {},
    description: null,
    creator: 'mona',
    createdAt: '',
    statuses: [status],
  });
  return scene;
}

/** Every call that collecting makes, by what it asks. */
const calls = [
  ['teams', 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}', undefined],
  ['change', 'GET /repos/{owner}/{repo}/compare/{basehead}', undefined],
  ['change', 'GET /repos/{owner}/{repo}/rules/branches/{branch}', undefined],
  ['protection', 'GET /repos/{owner}/{repo}/environments/{environment_name}', undefined],
  [
    'protection',
    'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
    undefined,
  ],
  ['change', 'POST /graphql', 'query PullRequestToDeploy'],
  ['change', 'POST /graphql', 'query Mergeable'],
  ['change', 'POST /graphql', 'query MoreChecks'],
] as const;

describe('collecting facts', () => {
  it('makes these calls and no others, and allows', async () => {
    const scene = openPassingScene();
    expect(decideDeployment(await collect(scene), settings)).toMatchObject({ kind: 'allow' });
    const asked = test.github.requests.map(({ operation }) => operation);
    expect([...new Set(asked)].toSorted()).toEqual(
      [...new Set(calls.map(([, operation]) => operation))].toSorted(),
    );
    expect(asked).toHaveLength(calls.length);
  });

  describe.each(calls)('of %s with %s %s failing', (part, operation, query) => {
    let scene: GateScene;
    let known: DeploymentFacts;
    beforeAll(async () => {
      scene = openPassingScene();
      known = await collect(scene);
    });
    it.each(['403', '404', '409', '422', '429', '502', 'primary-rate-limit', 'reset'])(
      '%s never allows',
      async kind => {
        scene.repository.mergeableUnknown = 1;
        test.github.intercept = ({ operation: asked, body }, phase) => {
          if (phase !== 'arrived' || asked !== operation) return undefined;
          if (query !== undefined && !`${JSON.stringify(body)}`.includes(query)) return undefined;
          if (kind === 'reset') return 'drop';
          const status = Number(kind);
          test.github.faults.push(
            Number.isNaN(status)
              ? { operation, times: 1, kind: 'primary-rate-limit' }
              : { operation, times: 1, kind: 'error', status },
          );
          return undefined;
        };
        const outcome = await collect(scene, [part], known).then(
          given => decideDeployment(given, settings).kind,
          (error: { readonly code?: string; readonly retryable?: boolean }) =>
            error.retryable === true ? 'retry' : (error.code ?? 'unknown error'),
        );
        test.github.intercept = undefined;
        const later = kind === 'reset' || kind === 'primary-rate-limit' || Number(kind) >= 429;
        // No team, no environment of that name: GitHub's 404 is an answer there.
        const missing = kind === '404' && operation.endsWith('{environment_name}');
        const refused =
          operation === 'POST /graphql' && query !== 'query MoreChecks' ? 'github-failed' : 'refuse';
        expect(outcome).toBe(later ? 'retry' : missing ? 'allow' : refused);
      },
    );
  });

  it.each([
    ['checks', 'checks', 'checks-unreadable'],
    ['statuses', 'checks', 'checks-unreadable'],
    ['deployments', 'order', 'earlier-deployments-unreadable'],
    ['members', 'actor', 'team-membership-unreadable'],
    ['actions', 'protection', 'protection-rules-unreadable'],
  ])('refuses without the permission %s, and says at which gate', async (left, gate, code) => {
    const { [left as 'checks']: _left, ...permissions } = allPermissions;
    const decision = decideDeployment(await collect(openPassingScene(permissions)), settings);
    expect(decision.kind).toBe('refuse');
    const refusing = decision.gates.filter(({ verdict }) => verdict === 'refuse');
    expect(refusing).toMatchObject([{ gate, code }]);
  });
});
