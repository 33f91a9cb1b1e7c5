import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { eventTranslators } from '../../src/events/index.ts';
import {
  deliverComment,
  deliverIssue,
  deliverMergeGroup,
  deliverPullRequest,
  fakeRoutes,
} from '../fakes/github/index.ts';
import { dangerousWorkflow, openPullRequest, review, reviewed, settled } from './scenario.ts';
import { appPermissions, type Product, startProduct } from './start-product.ts';

const manifest = parse(readFileSync('app.yml', 'utf8')) as {
  readonly public: boolean;
  readonly default_events: readonly string[];
};
const documentation = readFileSync('docs/permissions.md', 'utf8');

/** Permissions that no request needs, and what they are for. */
const withoutRequest: Readonly<Record<string, string>> = {
  actions: 'deployments by workflow, which the tests of their runner make',
  deployments: 'deployments, which their own tests make',
  members: 'teams that may deploy, which the tests of the gates read',
  merge_queues: 'GitHub delivers merge_group only to Apps with it',
  statuses: 'commit statuses beside check runs, which the tests of the gates read',
};

/** GraphQL has no description of permissions; the stand-in refuses what a query's fields need. */
const graphqlPermissions = ['contents:read', 'pull_requests:read', 'metadata:read'];

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await doEverything();
});
afterAll(() => product.close());

/** Every kind of request that the App makes. */
async function doEverything(): Promise<void> {
  const { state } = product.github;
  const scenario = openPullRequest(product, { files: { '.github/workflows/build.yml': dangerousWorkflow } });
  const { repository, pullRequest } = scenario;
  repository.codeScanning = true;
  await review(product, scenario);
  await deliverComment(state, repository, {
    issue: pullRequest.number,
    author: 'mona',
    body: '/devops review',
  });
  await settled(product);
  const issue = repository.openIssue({ title: 'Remote code execution in the parser' });
  await deliverIssue(state, repository, issue);
  await settled(product);
  const headSha = repository.push('queue', { 'long.ts': `${'// text\n'.repeat(70_000)}` });
  await deliverMergeGroup(state, repository, {
    headSha,
    baseSha: repository.git.resolve('refs/heads/main') ?? '',
    headRef: 'refs/heads/gh-readonly-queue/main/pr-1-0000000',
  });
  await reviewed(repository, headSha);
  // A start asks for failed deliveries, and for this one again.
  await product.kill();
  const missed = openPullRequest(product, { files: { 'a.ts': 'export {};\n' } });
  missed.repository.codeScanning = true;
  await deliverPullRequest(state, missed.repository, missed.pullRequest, 'opened');
  await product.start();
  await reviewed(missed.repository, missed.pullRequest.headSha);
  await settled(product);
}

/** Whether `app.yml` grants `name:level`. */
function isGranted(permission: string): boolean {
  const [name = '', level] = permission.split(':');
  const granted = appPermissions[name];
  return granted === 'write' || granted === level;
}

/** What the requests of an operation could have been allowed by. */
function permissionsOf(operation: string): readonly string[] {
  if (operation === 'POST /graphql') return graphqlPermissions;
  return fakeRoutes.find(route => route.operation === operation)?.permissions ?? [];
}

describe('the permissions in app.yml', () => {
  it('allow every request that the App makes', () => {
    const operations = new Set(product.github.requests.map(({ operation }) => operation));
    expect(operations.size).toBeGreaterThan(10);
    const refused = [...operations].filter(
      operation =>
        !permissionsOf(operation).some(
          permission => permission === 'app' || permission === 'none' || isGranted(permission),
        ),
    );
    expect(refused).toEqual([]);
    expect(product.github.requests.filter(({ status }) => status === 401 || status === 403)).toEqual([]);
  });

  it('are all used, at their level, or say which event needs them', () => {
    const used = new Set(product.github.requests.flatMap(({ operation }) => permissionsOf(operation)));
    const unused = Object.entries(appPermissions)
      .filter(([name, level]) => !used.has(`${name}:${level}`))
      .map(([name]) => name);
    expect(unused.toSorted()).toEqual(Object.keys(withoutRequest).toSorted());
  });

  it('bound what the tokens of runs are asked with, for one repository each', () => {
    const tokens = product.github.requests.filter(({ operation }) => operation.endsWith('/access_tokens'));
    expect(tokens.length).toBeGreaterThan(0);
    for (const { body } of tokens) {
      const { permissions, repositories } = body as {
        readonly permissions: Readonly<Record<string, string>>;
        readonly repositories: readonly string[];
      };
      expect(repositories).toHaveLength(1);
      const beyond = Object.entries(permissions).filter(([name, level]) => !isGranted(`${name}:${level}`));
      expect(beyond).toEqual([]);
    }
  });

  it('cannot change code, workflows, settings or secrets', () => {
    expect(appPermissions['contents']).toBe('read');
    for (const name of ['workflows', 'administration', 'secrets'])
      expect(appPermissions[name]).toBeUndefined();
    expect(appPermissions['members']).toBe('read');
    expect(manifest.public).toBe(false);
  });

  it('are each explained in docs/permissions.md, with their level', () => {
    for (const [name, level] of Object.entries(appPermissions)) {
      const label = name.replaceAll('_', ' ');
      const row = documentation
        .split('\n')
        .find(line => new RegExp(`^\\| [^|]*(${label}|\`${name}\`)[^|]* \\|`, 'i').test(line));
      expect(row).toMatch(new RegExp(`^\\|[^|]+\\| ${level} \\| .{10,}`));
    }
  });
});

describe('the events in app.yml', () => {
  it('are those that are taken, but for the ones that every App gets', () => {
    const always = ['installation', 'installation_repositories'];
    const taken = new Set(
      eventTranslators.map(({ event }) => event).filter(event => !always.includes(event)),
    );
    expect([...manifest.default_events].toSorted()).toEqual([...taken].toSorted());
  });

  it('are each explained in docs/permissions.md', () => {
    for (const event of manifest.default_events) expect(documentation).toContain(`\`${event}\``);
  });
});
