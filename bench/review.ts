import { deliverComment, deliverPullRequest } from '../test/fakes/github/index.ts';
import { startProduct, waitFor } from '../test/server/start-product.ts';

const workflow =
  'on: pull_request\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    permissions: {}\n    steps:\n      - run: echo ${{ github.event.pull_request.title }}\n';

/** Requests to GitHub and time per review, against the stand-in, which answers at once. */
export async function review(): Promise<object> {
  const product = await startProduct();
  const { state, requests } = product.github;
  try {
    const repository = state.repository({ name: 'project' });
    repository.push('change', {
      '.github/workflows/build.yml': workflow,
      'src/a.ts': 'export const a = 1;\n',
    });
    const pullRequest = repository.openPullRequest({ head: 'change' });
    const reviewOnce = async (action: string): Promise<object> => {
      const [before, runs, startedAt] = [requests.length, repository.checkRuns.size, performance.now()];
      await deliverPullRequest(state, repository, pullRequest, action);
      const acceptedMs = performance.now() - startedAt;
      await waitFor(() =>
        [...repository.checkRuns.values()].slice(runs).some(({ fields }) => fields.status === 'completed'),
      );
      const publishedMs = performance.now() - startedAt;
      await waitFor(
        () =>
          requests.at(-1)?.operation.includes('sarifs') === true ||
          requests.at(-1)?.operation.includes('PATCH') === true,
      );
      return {
        acceptedMs,
        publishedMs,
        operations: requests.slice(before).map(({ operation }) => operation),
        calls: requests.length - before,
      };
    };
    const first = await reviewOnce('opened');
    await new Promise(resolve => setTimeout(resolve, 500));
    repository.push('change', { 'src/b.ts': 'export const b = 1;\n' });
    const later = await reviewOnce('synchronize');
    await new Promise(resolve => setTimeout(resolve, 500));
    const before = requests.length;
    await deliverComment(state, repository, {
      issue: pullRequest.number,
      author: 'mona',
      body: 'Looks good!',
    });
    await new Promise(resolve => setTimeout(resolve, 500));
    return { first, later, ordinaryCommentCalls: requests.length - before };
  } finally {
    await product.close();
  }
}
