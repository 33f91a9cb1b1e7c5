import {
  deliverComment,
  deliverMergeGroup,
  deliverPullRequest,
  deliverWorkflowRun,
} from '../../test/fakes/github/index.ts';
import { failedTestsLog } from '../repository/failed-tests-log.ts';
import { fixingChange, missingColumn } from '../repository/planted-change.ts';
import { checkOf } from './conversation.ts';
import { expectThat, type Stage } from './stage.ts';

/** One act of the story: something happens on GitHub, and what the App makes of it is waited for. */
export type Act = {
  /** What a person does. */
  readonly title: string;
  /** What to notice, one sentence. */
  readonly point: string;
  /** @throws StoryError when the App does not do what the story tells. */
  readonly play: (stage: Stage) => Promise<void>;
};

/** Who appears, and the role each has in the repository. */
export const cast = { author: 'lena', maintainer: 'mona', stranger: 'xavier' } as const;

/** Findings planted in the pull request, and how many the author leaves. */
const planted = 7;
const left = 1;

/** The story in order. */
export const acts: readonly Act[] = [
  {
    title: `${cast.author} opens a pull request`,
    point: 'One comment and a failing check with an annotation at each line.',
    play: async stage => {
      const { state } = stage.github;
      await stage.deliver(() => deliverPullRequest(state, stage.repository, stage.pullRequest, 'opened'));
      const check = await stage.reviewed('a failing check', ({ conclusion }) => conclusion === 'failure');
      await stage.until(
        'the first review to be recorded',
        () => stage.server.logged('Review published') === 1 || undefined,
      );
      expectThat(check.annotations.length === planted, `the check has ${planted} annotations`);
      expectThat(stage.botComments().length === 1, 'the App wrote one comment');
    },
  },
  {
    title: `${cast.stranger}, whom nobody knows here, gives a command`,
    point: 'Somebody without the role gets one quiet reaction: strangers cannot make the App write or work.',
    play: async stage => {
      const checks = stage.repository.checkRuns.size;
      await stage.deliver(() =>
        deliverComment(stage.github.state, stage.repository, {
          issue: stage.pullRequest.number,
          author: cast.stranger,
          body: strangersComment,
        }),
      );
      await stage.until('the refusal', () =>
        stage.repository
          .commentsOf(stage.pullRequest.number)
          .find(
            ({ author, reactions }) =>
              author === cast.stranger && reactions.some(({ content }) => content === '-1'),
          ),
      );
      expectThat(stage.repository.checkRuns.size === checks, 'no review was started');
      expectThat(stage.botComments().length === 1, 'the App wrote nothing');
    },
  },
  {
    title: `${cast.author} pushes a commit that fixes most of it`,
    point: 'The comment is edited in place; what is gone is counted as fixed.',
    play: async stage => {
      await push(stage, fixingChange, 'Pass values as values, take the token from the environment');
      const check = await stage.reviewed('the check of the new commit', () => true);
      await stage.until(
        'the second review to be recorded',
        () => stage.server.logged('Review published') === 2 || undefined,
      );
      expectThat(
        check.conclusion === 'failure' && check.annotations.length === left,
        `${left} finding is left`,
      );
      expectThat(
        stage.botComments().length === 1 &&
          stage.botComments()[0]?.body.includes(`${planted - left} fixed`) === true,
        `the comment was edited and says “${planted - left} fixed”`,
      );
    },
  },
  {
    title: `${cast.maintainer}, a maintainer, dismisses the last one with a reason`,
    point: 'The dismissal is remembered with who and why, and the check passes.',
    play: async stage => {
      const id = /\/devops dismiss (?<id>[0-9a-f]+)/.exec(stage.botComments()[0]?.body ?? '')?.groups?.['id'];
      expectThat(id !== undefined, 'the comment names the id of the finding');
      await stage.deliver(() =>
        deliverComment(stage.github.state, stage.repository, {
          issue: stage.pullRequest.number,
          author: cast.maintainer,
          body: `Only adds a label and never checks out the branch, so the trigger is fine here.\n\n/devops dismiss ${id} only labels, nothing of the pull request is checked out or run`,
        }),
      );
      await stage.reviewed('a passing check', ({ conclusion }) => conclusion === 'success');
      expectThat(
        stage.botComments()[0]?.body.includes('only labels, nothing of the pull request') === true,
        'the comment shows the dismissal',
      );
    },
  },
  {
    title: 'The tests fail',
    point: 'The first error of the log with the lines that matter, and the changed line that did it.',
    play: async stage => {
      await endTests(stage, 'failure');
      const { body } = await stage.until('the comment about CI', () =>
        stage.botComments().find(comment => comment.body.includes('Why CI failed')),
      );
      await stage.reviewed('its check', ({ name }) => name === 'devops / why CI failed');
      expectThat(body.includes('no such column: carrier'), 'it quotes the first error');
      expectThat(body.includes('This change touches `reports/daily.py:12`'), 'it names the changed line');
    },
  },
  {
    title: `${cast.author} adds the forgotten column, and the tests pass`,
    point: 'Green again: the comment about CI is gone. Green runs cost no request.',
    play: async stage => {
      await push(stage, missingColumn, 'Add the carrier to the totals');
      await stage.reviewed('a passing check', ({ conclusion }) => conclusion === 'success');
      await endTests(stage, 'success');
      await stage.until(
        'the comment about CI to go',
        () => !stage.botComments().some(({ body }) => body.includes('Why CI failed')) || undefined,
      );
      expectThat(stage.botComments().length === 1, 'the review’s comment is left');
    },
  },
  {
    title: `${cast.maintainer} deploys it to staging`,
    point: 'Gates, a lock, one GitHub deployment of exactly this commit, one comment with its state.',
    play: async stage => {
      const { repository, pullRequest, github } = stage;
      await stage.deliver(() =>
        deliverComment(github.state, repository, {
          issue: pullRequest.number,
          author: cast.maintainer,
          body: '/devops deploy staging',
        }),
      );
      const run = await stage.until('the dispatched workflow', () =>
        repository.workflowRuns.find(({ event }) => event === 'workflow_dispatch'),
      );
      expectThat(
        run.inputs['sha'] === pullRequest.headSha,
        'the workflow is told the head that was reviewed',
      );
      await stage.until('the comment about the deployment', () =>
        stage.botComments().find(({ body }) => body.includes('🚀 Deploying to staging')),
      );
      repository.finishWorkflowRun(run, 'success');
      await stage.deliver(() => deliverWorkflowRun(github.state, repository, run));
      await stage.until('the end of the deployment', () =>
        stage.botComments().find(({ body }) => body.includes('✅ Deployed to staging')),
      );
      const [deployment, ...others] = repository.deployments;
      expectThat(others.length === 0, 'there is one deployment');
      expectThat(
        deployment?.statuses.map(({ state }) => state).join() === 'queued,in_progress,success',
        'it went from queued to success',
      );
    },
  },
  {
    title: `${cast.maintainer} adds it to the merge queue`,
    point: 'The group’s commit gets its own answer, so a required check never stalls the queue.',
    play: async stage => {
      const { repository, pullRequest } = stage;
      const baseSha = repository.baseShaOf(pullRequest);
      const headRef = `gh-readonly-queue/${pullRequest.baseRef}/pr-${pullRequest.number}-${baseSha}`;
      const message = `Merge pull request #${pullRequest.number}`;
      const headSha = repository.git.mergeCommit(headRef, {
        base: baseSha,
        head: pullRequest.headSha,
        message,
      });
      await stage.deliver(() =>
        deliverMergeGroup(stage.github.state, repository, {
          headSha,
          baseSha,
          headRef: `refs/heads/${headRef}`,
        }),
      );
      const check = await stage.until('the merge queue’s check', () => {
        const found = checkOf(repository, headSha);
        return found?.status === 'completed' ? found : undefined;
      });
      stage.events.push({ kind: 'queued', author: cast.maintainer, check, at: new Date().toISOString() });
      expectThat(check.conclusion === 'success', 'the merge group passes');
      expectThat(stage.botComments().length === 2, 'there is one comment per topic: review and deployment');
    },
  },
];

/** What a stranger might try, with markup that must stay inert wherever the conversation is shown. */
const strangersComment = `/devops review

<img src="x" onerror="document.title='owned'"><script>document.title='owned'</script> I would look at **all** of it again.`;

/** The author pushes a commit to the pull request's branch. */
async function push(stage: Stage, files: Readonly<Record<string, string>>, message: string): Promise<void> {
  const { repository, pullRequest } = stage;
  const sha = repository.push(pullRequest.headRef, files, message);
  stage.events.push({
    kind: 'push',
    author: cast.author,
    commit: { sha, message },
    at: new Date().toISOString(),
  });
  await stage.deliver(() => deliverPullRequest(stage.github.state, repository, pullRequest, 'synchronize'));
}

/** The workflow that tests the pull request's head ends. */
async function endTests(stage: Stage, conclusion: 'success' | 'failure'): Promise<void> {
  const { repository, pullRequest } = stage;
  const run = repository.addWorkflowRun({
    path: '.github/workflows/test.yml',
    headBranch: pullRequest.headRef,
    event: 'pull_request',
    conclusion,
    jobs: conclusion === 'failure' ? [{ name: 'test', conclusion, steps: [], log: failedTestsLog }] : [],
  });
  await stage.deliver(() => deliverWorkflowRun(stage.github.state, repository, run));
}
