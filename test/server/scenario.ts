import type { FakeCheckRun, FakeComment } from '../fakes/github/fake-repository.ts';
import type { FileChange } from '../fakes/github/git-repository.ts';
import { deliverPullRequest, type FakePullRequest, type FakeRepository } from '../fakes/github/index.ts';
import { type Product, waitFor } from './start-product.ts';

/** A workflow with one critical finding, `template-injection`, on line 7. */
export const dangerousWorkflow = `on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-24.04
    permissions: {}
    steps:
      - run: echo \${{ github.event.pull_request.title }}
`;

/** One pull request of a repository of its own. */
export type Scenario = { readonly repository: FakeRepository; readonly pullRequest: FakePullRequest };

type ScenarioOptions = Omit<Parameters<FakeRepository['openPullRequest']>[0], 'head'> & {
  readonly files: Readonly<Record<string, FileChange>>;
  /** What the default branch holds. */
  readonly base?: Readonly<Record<string, FileChange>>;
  readonly owner?: string;
};

let count = 0;

/** A repository with one open pull request from the branch `change`; `mona` may write. */
export function openPullRequest(product: Pick<Product, 'github'>, options: ScenarioOptions): Scenario {
  const { files, base, owner, ...rest } = options;
  const repository = product.github.state.repository({
    name: `project-${++count}`,
    ...(owner === undefined ? {} : { owner }),
    ...(base === undefined ? {} : { files: base }),
  });
  repository.push('change', files);
  repository.roles.set('mona', 'write');
  return { repository, pullRequest: repository.openPullRequest({ head: 'change', ...rest }) };
}

/** Delivers the event and waits for the completed check run of the head. */
export async function review(
  product: Product,
  { repository, pullRequest }: Scenario,
  action = 'opened',
): Promise<FakeCheckRun> {
  await deliverPullRequest(product.github.state, repository, pullRequest, action);
  return await reviewed(repository, pullRequest.headSha);
}

/** The newest check run of a commit, once it is completed. */
export async function reviewed(repository: FakeRepository, headSha: string): Promise<FakeCheckRun> {
  await waitFor(() => completed(repository, headSha) !== undefined, 'a completed check run');
  const found = completed(repository, headSha);
  if (found === undefined) throw new Error('the check run was there a moment ago');
  return found;
}

function completed(repository: FakeRepository, headSha: string): FakeCheckRun | undefined {
  return [...repository.checkRuns.values()].findLast(
    run => run.headSha === headSha && run.fields.status === 'completed',
  );
}

/** The check runs of a repository that are completed. */
export function completedChecks(repository: FakeRepository): readonly FakeCheckRun[] {
  return [...repository.checkRuns.values()].filter(({ fields }) => fields.status === 'completed');
}

/** What the App wrote. */
export function botComments(repository: FakeRepository): readonly FakeComment[] {
  return [...repository.comments.values()].filter(({ author }) => author.endsWith('[bot]'));
}

/** Waits until no run is queued or under way. */
export async function settled(product: Product): Promise<void> {
  await waitFor(async () => {
    const status = (await (await fetch(`${product.url()}/readyz`)).json()) as Readonly<
      Record<string, unknown>
    >;
    return status['queued'] === 0 && status['running'] === 0;
  }, 'the queue to be empty');
}
