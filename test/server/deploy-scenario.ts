import type { FakeDeployment, FakeWorkflowRun } from '../fakes/github/fake-repository.ts';
import { deliverComment, deliverPullRequest, deliverWorkflowRun } from '../fakes/github/index.ts';
import { botComments, openPullRequest, type Scenario, settled } from './scenario.ts';
import { type Product, waitFor } from './start-product.ts';

/** A workflow that takes what a deployment passes on. */
export const deployWorkflow = `name: Deploy
run-name: Deploy \${{ inputs.devops_run }}
on:
  workflow_dispatch:
    inputs:
      sha: { required: true }
      environment: { required: true }
      devops_run: {}
      region: {}
jobs:
  deploy:
    runs-on: ubuntu-24.04
    permissions: {}
    steps:
      - run: ./deploy
`;

/** One environment that asks for as little as possible. */
export const stagingOnly = `deploy:
  environments:
    staging:
      url: https://staging.example.com
      runner: { type: workflow, file: deploy.yml }
      gates: { checks: none, outdated: allow, protection-rules: false }
`;

/** A repository with the workflow and a configuration, and an open pull request whose head the server has seen. */
export async function openDeployable(
  product: Product,
  options: {
    readonly policy?: string;
    readonly base?: Readonly<Record<string, string>>;
    readonly draft?: boolean;
    readonly fork?: boolean;
    readonly author?: string;
  } = {},
): Promise<Scenario> {
  const { policy = stagingOnly, base = {}, ...rest } = options;
  const scenario = openPullRequest(product, {
    files: { 'app.ts': 'export const answer = 42;\n' },
    base: {
      '.github/devops.yml': `review: { enabled: false }\n${policy}`,
      '.github/workflows/deploy.yml': deployWorkflow,
      ...base,
    },
    author: 'lena',
    ...rest,
  });
  await sawHead(product, scenario);
  return scenario;
}

/** Delivers the present head and waits until it is recorded. */
export async function sawHead(
  product: Product,
  { repository, pullRequest }: Scenario,
  action = 'opened',
): Promise<void> {
  await deliverPullRequest(product.github.state, repository, pullRequest, action);
  await settled(product);
}

/** Somebody comments on the pull request. */
export async function comment(
  product: Product,
  { repository, pullRequest }: Scenario,
  body: string,
  author = 'mona',
): Promise<void> {
  await deliverComment(product.github.state, repository, { issue: pullRequest.number, author, body });
}

/** The first workflow run that was dispatched and has not ended, once there is one. */
export async function dispatched({ repository }: Scenario): Promise<FakeWorkflowRun> {
  await waitFor(
    () => repository.workflowRuns.some(run => run.status !== 'completed'),
    'a dispatched workflow',
  );
  const run = repository.workflowRuns.find(({ status }) => status !== 'completed');
  if (run === undefined) throw new Error('the workflow run was there a moment ago');
  return run;
}

/** Ends the workflow run and tells the App. */
export async function finish(
  product: Product,
  { repository }: Scenario,
  run: FakeWorkflowRun,
  conclusion: 'success' | 'failure' = 'success',
): Promise<void> {
  repository.finishWorkflowRun(run, conclusion);
  await deliverWorkflowRun(product.github.state, repository, run);
}

/** Waits until no run is queued or at work (some may wait). */
export const quiet = settled;

/** States of a deployment, oldest first. */
export function statesOf(deployment: FakeDeployment | undefined): readonly string[] {
  return deployment?.statuses.map(({ state }) => state) ?? [];
}

/** The environment's comment. */
export function deployComment({ repository }: Scenario, environment = 'staging'): string {
  const found = botComments(repository).filter(({ body }) =>
    body.startsWith(`<!-- devops:deploy:v1 environment=${environment} -->`),
  );
  if (found.length > 1) throw new Error('there is more than one comment about the environment');
  return found[0]?.body ?? '';
}

/** Waits until the environment's comment says something. */
export async function says(scenario: Scenario, text: string, environment = 'staging'): Promise<void> {
  await waitFor(() => deployComment(scenario, environment).includes(text), `“${text}”`);
}

/** The newest answer of the App to a command, other than about deployments. */
export function lastAnswer({ repository }: Scenario): string {
  return botComments(repository).findLast(({ body }) => body.startsWith('<!-- devops:answer:'))?.body ?? '';
}

/** The id of the environment's newest run, from its comment. */
export function runIn(scenario: Scenario, environment = 'staging'): string {
  return /run `(?<id>[0-9a-f]+)`/.exec(deployComment(scenario, environment))?.groups?.['id'] ?? '';
}
