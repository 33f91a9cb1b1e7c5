import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliver, deliverComment, redeliver } from '../fakes/github/index.ts';
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
import { botComments, type Scenario } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

/** Gives a command, waits until nothing is to be done, and gives what was said about it. @throws when it deployed. */
async function refusalOf(scenario: Scenario, body: string): Promise<string> {
  await comment(product, scenario, body);
  await quiet(product);
  if (deployedIn(scenario).length > 0) throw new Error(`it was deployed: ${body}`);
  return botComments(scenario.repository)
    .map(one => one.body)
    .join('\n');
}

/** Everything that came of a deployment. */
function deployedIn({ repository }: Scenario): readonly unknown[] {
  return [...repository.deployments, ...repository.workflowRuns];
}

/** A push that the server has not heard of: its webhook is late, or never comes. */
function pushUnseen({ repository }: Scenario, text = 'export const answer = 0;\n'): string {
  return repository.push('change', { 'app.ts': text });
}

describe('a push that the person who asked did not see', () => {
  it('is not deployed when it came before the comment and the server did not hear of it', async () => {
    const scenario = await openDeployable(product);
    pushUnseen(scenario);
    expect(await refusalOf(scenario, '/devops deploy staging')).toMatch('The head was');
  });

  it('is not deployed when it comes while the comment is on its way', async () => {
    const scenario = await openDeployable(product);
    const { repository, pullRequest } = scenario;
    // GitHub's time of the comment is that of its creation, however late it is delivered.
    const created = repository.addComment(
      pullRequest.number,
      'mona',
      '/devops deploy staging',
      new Date().toISOString(),
    );
    pushUnseen(scenario);
    await new Promise(resolve => setTimeout(resolve, 5));
    await sawHead(product, scenario, 'synchronize');
    await deliver(product.github.state, 'issue_comment', {
      ...JSON.parse(await issueCommentPayload(scenario)),
      comment: { id: created.id, body: created.body, created_at: created.createdAt },
    });
    await quiet(product);
    expect(deployedIn(scenario)).toEqual([]);
    await says(scenario, 'The head was');
  });

  it('is not deployed when it comes between the gates and the creation', async () => {
    const scenario = await openDeployable(product);
    product.github.intercept = ({ body }, phase) => {
      if (phase === 'arrived' && `${JSON.stringify(body)}`.includes('query Head(')) pushUnseen(scenario);
      return undefined;
    };
    await comment(product, scenario, '/devops deploy staging');
    await says(scenario, 'before anything was begun');
    await quiet(product);
    product.github.intercept = undefined;
    expect(deployedIn(scenario)).toEqual([]);
  });

  it('is not deployed when it comes during the run', async () => {
    const scenario = await openDeployable(product);
    const seen = scenario.pullRequest.headSha;
    await comment(product, scenario, '/devops deploy staging');
    const run = await dispatched(scenario);
    pushUnseen(scenario);
    await sawHead(product, scenario, 'synchronize');
    await finish(product, scenario, run);
    await says(scenario, '✅ Deployed to staging');
    expect(run.inputs).toMatchObject({ sha: seen });
    expect(scenario.repository.deployments.map(({ sha }) => sha)).toEqual([seen]);
  });

  it('is deployed when its whole SHA is named, and not by the beginning of it', async () => {
    const scenario = await openDeployable(product);
    const sha = pushUnseen(scenario);
    expect(await refusalOf(scenario, `/devops deploy staging --ref ${sha.slice(0, 12)}`)).toMatch(
      'The head was',
    );
    await comment(product, scenario, `/devops deploy staging --ref ${sha}`);
    await finish(product, scenario, await dispatched(scenario));
    await says(scenario, '✅ Deployed to staging');
    expect(scenario.repository.deployments.map(deployment => deployment.sha)).toEqual([sha]);
  });
});

/** What an `issue_comment` delivery has beside the comment. */
async function issueCommentPayload({ repository, pullRequest }: Scenario): Promise<string> {
  const { number } = pullRequest;
  const scratch = await deliverComment(product.github.state, repository, {
    issue: number,
    author: 'mona',
    body: 'Looks fine.',
  });
  return scratch.body;
}

describe('a comment', () => {
  it('that is delivered twice deploys once', async () => {
    const scenario = await openDeployable(product);
    await comment(product, scenario, '/devops deploy staging');
    const run = await dispatched(scenario);
    const { state } = product.github;
    const delivery = state.deliveries.findLast(({ event }) => event === 'issue_comment');
    if (delivery === undefined) throw new Error('the comment was delivered');
    redeliver(state, delivery);
    await quiet(product);
    await finish(product, scenario, run);
    await says(scenario, '✅ Deployed to staging');
    redeliver(state, delivery);
    await quiet(product);
    expect(scenario.repository.deployments.map(statesOf)).toEqual([['queued', 'in_progress', 'success']]);
  });

  it.each(['edited', 'deleted'])('that was %s deploys nothing', async action => {
    const scenario = await openDeployable(product);
    const payload = JSON.parse(await issueCommentPayload(scenario));
    const changed = { ...payload, action, comment: { ...payload.comment, body: '/devops deploy staging' } };
    await deliver(product.github.state, 'issue_comment', changed);
    await quiet(product);
    expect(deployedIn(scenario)).toEqual([]);
  });

  it('of a bot, of another App or of our own deploys nothing and costs nothing', async () => {
    const scenario = await openDeployable(product);
    const before = product.github.requests.length;
    for (const author of ['dependabot[bot]', product.github.state.botLogin])
      await comment(product, scenario, '/devops deploy staging', author);
    await quiet(product);
    expect(deployedIn(scenario)).toEqual([]);
    expect(product.github.requests.slice(before)).toEqual([]);
  });

  it('of a stranger is refused with one reaction, whatever it asks for', async () => {
    const scenario = await openDeployable(product);
    for (const body of [
      '/devops deploy staging',
      '/devops deploy nowhere',
      '/devops lock staging',
      '/devops rollback staging',
    ]) {
      const before = product.github.requests.length;
      await comment(product, scenario, body, 'stranger');
      await quiet(product);
      const calls = product.github.requests.slice(before).map(({ operation }) => operation);
      expect(calls.filter(operation => !operation.endsWith('/access_tokens'))).toEqual([
        'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
        'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
      ]);
    }
    expect(botComments(scenario.repository)).toEqual([]);
    expect(deployedIn(scenario)).toEqual([]);
  });

  it('that is deleted meanwhile deploys, and nothing breaks', async () => {
    const scenario = await openDeployable(product);
    const { repository } = scenario;
    await comment(product, scenario, '/devops deploy staging');
    const run = await dispatched(scenario);
    repository.comments.clear();
    await finish(product, scenario, run);
    await waitFor(() => statesOf(repository.deployments[0]).includes('success'), 'the success');
    await quiet(product);
    expect(statesOf(repository.deployments[0]).at(-1)).toBe('success');
  });
});

describe('a command that asks for something else than it seems', () => {
  it.each([
    ['a lookalike environment', '/devops deploy st\u0430ging', /no environment|letters/],
    ['an environment with invisible characters', '/devops deploy stag\u200bing', /no environment|letters/],
    ['a commit of nowhere', `/devops deploy staging --ref ${'f'.repeat(40)}`, /is not the head/],
    ['a branch for a commit', '/devops deploy staging --ref main', /takes a commit SHA/],
    ['a parameter that is not declared', '/devops deploy staging sha=deadbeef', /sha/],
    ['a shell in a parameter', '/devops deploy staging region="$(curl evil)"', /region/],
    ['a mention in a parameter’s name', '/devops deploy staging @octo/all=1', /Usage|parameter/],
  ])('%s is refused', async (_name, body, text) => {
    const scenario = await openDeployable(product);
    const said = await refusalOf(scenario, body);
    expect(said).toMatch(text);
    expect(said.replaceAll(/`[^`\n]*`/g, '')).not.toContain('@octo');
  });

  it.each([
    ['in a quote', '> /devops deploy staging'],
    ['in a fence', '```\n/devops deploy staging\n```'],
    ['indented as code', 'See:\n\n    /devops deploy staging'],
    ['in an HTML comment', '<!--\n/devops deploy staging\n-->'],
    ['after other words', 'please /devops deploy staging'],
    ['over two lines', '/devops deploy\nstaging'],
    ['in code', '`/devops deploy staging`'],
  ])('a command %s deploys nothing', async (_name, body) => {
    const scenario = await openDeployable(product);
    await comment(product, scenario, body);
    await quiet(product);
    expect(deployedIn(scenario)).toEqual([]);
  });
});

describe('a pull request that may not be deployed', () => {
  it('of a fork is refused, whatever its branch is called', async () => {
    const scenario = await openDeployable(product, { fork: true });
    expect(await refusalOf(scenario, '/devops deploy staging')).toMatch('from forks are not deployed');
  });

  it('that is behind its base is updated where the configuration says so, and refused', async () => {
    const updating = `deploy:
  environments:
    staging:
      runner: { type: workflow, file: deploy.yml }
      gates: { checks: none, outdated: update, protection-rules: false }
`;
    const scenario = await openDeployable(product, { policy: updating });
    const { repository, pullRequest } = scenario;
    const { headSha } = pullRequest;
    repository.push('main', { 'other.txt': 'new\n' });
    expect(await refusalOf(scenario, '/devops deploy staging')).toMatch(
      '1 commit behind its base. It is being updated',
    );
    expect(repository.pullRequests.get(pullRequest.number)?.headSha).not.toBe(headSha);
  });

  it('whose branch was deleted is refused', async () => {
    const scenario = await openDeployable(product);
    scenario.repository.git.run(['update-ref', '-d', 'refs/heads/change']);
    expect(await refusalOf(scenario, '/devops deploy staging')).toMatch('was deleted');
  });

  it('whose configuration would allow more cannot allow itself more', async () => {
    const strict = `deploy:
  environments:
    staging:
      runner: { type: workflow, file: deploy.yml }
      gates: { checks: all, no-checks: refuse, outdated: allow, protection-rules: false }
`;
    const scenario = await openDeployable(product, { policy: strict });
    scenario.repository.push('change', {
      '.github/devops.yml': strict.replace('checks: all', 'checks: none'),
    });
    await sawHead(product, scenario, 'synchronize');
    expect(await refusalOf(scenario, '/devops deploy staging')).toMatch('has no checks');
    expect(deployComment(scenario)).toContain('checks');
    expect(lastAnswer(scenario)).toBe('');
  });
});
