import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverPullRequest } from '../fakes/github/index.ts';
import {
  comment,
  deployComment,
  dispatched,
  finish,
  lastAnswer,
  openDeployable,
  quiet,
  sawHead,
  says,
  statesOf,
} from './deploy-scenario.ts';
import type { Scenario } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const policyWith = (gates: string): string => `deploy:
  environments:
    staging:
      runner: { type: workflow, file: deploy.yml }
      gates: { checks: none, protection-rules: false, ${gates} }
`;

/** Another history than the branch had. */
function forcePush({ repository }: Scenario): string {
  repository.git.run(['update-ref', 'refs/heads/change', 'refs/heads/main']);
  return repository.push('change', { 'app.ts': 'export const answer = 666;\n' });
}

/** Another open pull request of the repository, whose head the server has seen. */
async function another({ repository }: Scenario): Promise<Scenario> {
  repository.push('second', { 'second.ts': 'export {};\n' });
  const scenario = { repository, pullRequest: repository.openPullRequest({ head: 'second' }) };
  await sawHead(product, scenario);
  return scenario;
}

/** What the App says about staging on one of several pull requests. */
function saidOn({ repository, pullRequest }: Scenario): string {
  return repository
    .commentsOf(pullRequest.number)
    .filter(({ author }) => author.endsWith('[bot]'))
    .map(({ body }) => body)
    .join('\n');
}

async function expectUnlocked(scenario: Scenario): Promise<void> {
  await comment(product, scenario, '/devops locks');
  await waitFor(() => lastAnswer(scenario).includes('No environment is locked'), 'the locks');
}

/** Asks for a deployment and lets its workflow end once `meanwhile` has happened. */
async function deployedWhile(scenario: Scenario, meanwhile: () => Promise<void> | void): Promise<void> {
  await comment(product, scenario, '/devops deploy staging');
  const run = await dispatched(scenario);
  await says(scenario, '🚀 Deploying to staging');
  await meanwhile();
  await quiet(product);
  await finish(product, scenario, run);
  await says(scenario, '✅ Deployed to staging');
  await quiet(product);
}

describe('while the workflow runs', () => {
  it('a force-push changes nothing about what is deployed, nor about what is said to be', async () => {
    const scenario = await openDeployable(product);
    const sha = scenario.pullRequest.headSha;
    await deployedWhile(scenario, async () => {
      forcePush(scenario);
      await sawHead(product, scenario, 'synchronize');
    });
    expect(scenario.repository.deployments.map(one => [one.sha, statesOf(one).at(-1)])).toEqual([
      [sha, 'success'],
    ]);
    expect(deployComment(scenario)).toContain(`[\`${sha.slice(0, 7)}\`]`);
    expect(scenario.repository.workflowRuns.map(({ inputs }) => inputs['sha'])).toEqual([sha]);
    await expectUnlocked(scenario);
  });

  it('the branch may be deleted and the pull request closed', async () => {
    const scenario = await openDeployable(product);
    const { repository, pullRequest } = scenario;
    await deployedWhile(scenario, async () => {
      repository.git.run(['update-ref', '-d', 'refs/heads/change']);
      pullRequest.state = 'closed';
      await deliverPullRequest(product.github.state, repository, pullRequest, 'closed');
    });
    expect(repository.deployments.map(one => [one.sha, statesOf(one).at(-1)])).toEqual([
      [pullRequest.headSha, 'success'],
    ]);
    await expectUnlocked(scenario);
  });

  it('its comment may be deleted: it is written anew', async () => {
    const scenario = await openDeployable(product);
    const { comments } = scenario.repository;
    await deployedWhile(scenario, () => {
      for (const { id } of comments.values()) comments.delete(id);
    });
    expect(statesOf(scenario.repository.deployments[0]).at(-1)).toBe('success');
    await expectUnlocked(scenario);
  });
});

describe('a comment that is deleted before the App reacts to it', () => {
  it.each(['/devops deploy staging', '/devops deploy stagin'])(
    '%s is carried out all the same',
    async body => {
      const scenario = await openDeployable(product);
      const { comments } = scenario.repository;
      product.github.intercept = async (request, when) => {
        if (when === 'done' || !request.operation.endsWith('/reactions')) return undefined;
        for (const { id, author } of comments.values()) if (author === 'mona') comments.delete(id);
        return undefined;
      };
      await comment(product, scenario, body);
      if (body.endsWith('staging')) {
        await finish(product, scenario, await dispatched(scenario));
        await says(scenario, '✅ Deployed to staging');
      } else await waitFor(() => saidOn(scenario).includes('Did you mean "staging"?'), 'the answer');
      product.github.intercept = undefined;
      await quiet(product);
      expect([...comments.values()].filter(({ author }) => author === 'mona')).toEqual([]);
      await expectUnlocked(scenario);
    },
  );

  it('whose author may not deploy is still refused', async () => {
    const scenario = await openDeployable(product);
    const { comments, roles, deployments } = scenario.repository;
    roles.set('visitor', 'read');
    product.github.intercept = async (request, when) => {
      if (when !== 'done' && request.operation.endsWith('/reactions')) comments.clear();
      return undefined;
    };
    await comment(product, scenario, '/devops deploy staging', 'visitor');
    await quiet(product);
    product.github.intercept = undefined;
    expect(deployments).toEqual([]);
    expect(product.log()).not.toContain('"Run failed"');
    await expectUnlocked(scenario);
  });
});

describe('--ref', () => {
  it('takes the head, also one that the server had not seen, and nothing else of the pull request', async () => {
    const scenario = await openDeployable(product);
    const { repository, pullRequest } = scenario;
    const older = pullRequest.headSha;
    const head = repository.push('change', { 'app.ts': 'export const answer = 43;\n' });
    const foreign = repository.push('elsewhere', { 'other.ts': 'export {};\n' });
    for (const sha of [older, foreign, 'f'.repeat(40)]) {
      await comment(product, scenario, `/devops deploy staging --ref ${sha}`);
      await says(scenario, 'is not the head of this pull request');
      await quiet(product);
      expect(deployComment(scenario)).toContain(`/devops deploy staging --ref ${head}`);
      for (const { id } of repository.comments.values()) repository.comments.delete(id);
    }
    expect(repository.deployments).toEqual([]);
    await expectUnlocked(scenario);
    await comment(product, scenario, `/devops deploy staging --ref ${head}`);
    await finish(product, scenario, await dispatched(scenario));
    await says(scenario, '✅ Deployed to staging');
    expect(repository.deployments.map(({ sha }) => sha)).toEqual([head]);
  });

  it('that is no commit is a mistake that is explained', async () => {
    const scenario = await openDeployable(product);
    await comment(product, scenario, '/devops deploy staging --ref main');
    await waitFor(() => lastAnswer(scenario).includes('`--ref` takes a commit SHA'), 'the usage');
    expect(scenario.repository.deployments).toEqual([]);
  });
});

describe('a branch that is behind its base', () => {
  it('is updated where the configuration says so; its new head is deployed when it is asked for', async () => {
    const scenario = await openDeployable(product, { policy: policyWith('outdated: update') });
    const { repository, pullRequest } = scenario;
    const before = pullRequest.headSha;
    repository.push('main', { 'other.ts': 'export {};\n' });
    await comment(product, scenario, '/devops deploy staging');
    await says(scenario, 'The branch is 1 commit behind its base. It is being updated.');
    await quiet(product);
    expect(deployComment(scenario)).toContain('Ask again when the checks of the new head are green.');
    expect(repository.deployments).toEqual([]);
    const updated = pullRequest.headSha;
    expect(updated).not.toBe(before);
    await sawHead(product, scenario, 'synchronize');
    await comment(product, scenario, '/devops deploy staging');
    await finish(product, scenario, await dispatched(scenario));
    await says(scenario, '✅ Deployed to staging');
    expect(repository.deployments.map(({ sha }) => sha)).toEqual([updated]);
    await expectUnlocked(scenario);
  });

  it('that GitHub does not let the App update is refused with what to do', async () => {
    const scenario = await openDeployable(product, { policy: policyWith('outdated: update') });
    scenario.repository.push('main', { 'other.ts': 'export {};\n' });
    const operation = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch';
    product.github.faults.push({ operation, kind: 'error', status: 422, times: 1_000 });
    await comment(product, scenario, '/devops deploy staging');
    await says(scenario, 'GitHub does not let this App update it. Update the branch');
    product.github.faults.length = 0;
    expect(scenario.repository.deployments).toEqual([]);
    await expectUnlocked(scenario);
  });
});

describe('the lock over all environments', () => {
  it('lets its own pull request through and no other, and ends with /devops unlock --global', async () => {
    const scenario = await openDeployable(product);
    const second = await another(scenario);
    await comment(product, scenario, '/devops lock --global release week --for 2h');
    await waitFor(() => lastAnswer(scenario).includes('🔒 All environments are locked'), 'the lock');
    const until = /until (?<at>[0-9TZ:.-]+)\./.exec(lastAnswer(scenario))?.groups?.['at'] ?? '';
    expect((Date.parse(until) - Date.now()) / 60_000).toBeGreaterThan(110);
    expect((Date.parse(until) - Date.now()) / 60_000).toBeLessThanOrEqual(120);
    await comment(product, scenario, '/devops locks');
    await waitFor(() => lastAnswer(scenario).includes(`| **all** |`), 'the list');
    expect(lastAnswer(scenario)).toContain('(release week)');
    expect(lastAnswer(scenario)).toContain(`| ${until} |`);
    await comment(product, second, '/devops deploy staging');
    await waitFor(() => saidOn(second).includes('All environments are locked by `mona` for #1'), 'the no');
    await quiet(product);
    expect(scenario.repository.deployments).toEqual([]);
    await comment(product, scenario, '/devops deploy staging');
    await finish(product, scenario, await dispatched(scenario));
    await waitFor(() => saidOn(scenario).includes('✅ Deployed to staging'), 'the first success');
    await comment(product, second, '/devops unlock --global');
    await waitFor(() => lastAnswer(scenario).includes('🔓 All environments unlocked'), 'the unlocking');
    await comment(product, second, '/devops deploy staging');
    await finish(product, second, await dispatched(second));
    await waitFor(() => saidOn(second).includes('✅ Deployed to staging'), 'the second success');
    await expectUnlocked(second);
  });

  it('is refused to whoever may not deploy everywhere, and takes no time that is none', async () => {
    const production = `    production:
      runner: { type: workflow, file: deploy.yml }
      gates: { allowed: { users: [olga] } }
`;
    const scenario = await openDeployable(product, { policy: policyWith('outdated: allow') + production });
    await comment(product, scenario, '/devops lock --global');
    await quiet(product);
    const [asked] = scenario.repository.comments.values();
    expect(asked?.reactions.map(({ content }) => content)).toContain('-1');
    await expectUnlocked(scenario);
    await comment(product, scenario, '/devops lock staging --for ever');
    await waitFor(() => lastAnswer(scenario).includes('`--for` takes a time such as'), 'the usage');
    await expectUnlocked(scenario);
    expect(scenario.repository.deployments).toEqual([]);
  });
});
