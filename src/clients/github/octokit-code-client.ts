import { z } from 'zod';
import type { CodeClient, ReviewThread } from './code-client.ts';
import type { Octokit } from './octokit-repository-client.ts';
import { statusOf } from './status-of.ts';

type Repository = { readonly owner: string; readonly repo: string };

/** The code review's client on an Octokit that is authenticated for the repository. */
export function createCodeClient(octokit: Octokit, repository: Repository): CodeClient {
  return {
    async listPaths(sha) {
      const { data } = await octokit.rest.git.getTree({ ...repository, tree_sha: sha, recursive: 'true' });
      return {
        paths: data.tree.flatMap(({ type, path, sha: blobSha }) =>
          type === 'blob' && path !== undefined && blobSha !== undefined ? [{ path, blobSha }] : [],
        ),
        truncated: data.truncated,
      };
    },
    reviewThreads: pullRequest => reviewThreads(octokit, repository, pullRequest),
    async createReview({ pullRequest, commitSha, body, comments }) {
      await octokit.rest.pulls.createReview({
        ...repository,
        pull_number: pullRequest,
        commit_id: commitSha,
        event: 'COMMENT',
        body,
        comments: comments.map(({ path, startLine, line, body: text }) => ({
          path,
          line,
          side: 'RIGHT',
          body: text,
          ...(startLine < line ? { start_line: startLine, start_side: 'RIGHT' } : {}),
        })),
      });
    },
    async updateReviewComment(id, body) {
      await octokit.rest.pulls.updateReviewComment({ ...repository, comment_id: id, body });
    },
    async deleteReviewComment(id) {
      try {
        await octokit.rest.pulls.deleteReviewComment({ ...repository, comment_id: id });
      } catch (error) {
        if (statusOf(error) !== 404) throw error;
      }
    },
    async reviewComment(id) {
      try {
        const { data } = await octokit.rest.pulls.getReviewComment({ ...repository, comment_id: id });
        return { body: data.body, author: data.user?.login ?? 'ghost' };
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    },
    async commitMessages(pullRequest) {
      const commits = await octokit.paginate(octokit.rest.pulls.listCommits, {
        ...repository,
        pull_number: pullRequest,
        per_page: 100,
      });
      return commits.map(({ commit }) => commit.message);
    },
    async updatePullRequest(pullRequest, { body }) {
      await octokit.rest.pulls.update({ ...repository, pull_number: pullRequest, body });
    },
  };
}

const threadsQuery = `query Threads($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewThreads(first: 100) {
        nodes {
          isResolved
          comments(first: 2) {
            totalCount
            nodes {
              databaseId body path line viewerDidAuthor
              up: reactions(content: THUMBS_UP, first: 20) { nodes { user { login } } }
              down: reactions(content: THUMBS_DOWN, first: 20) { nodes { user { login } } }
            }
          }
        }
      }
    }
  }
}`;

const reactionsSchema = z
  .object({ nodes: z.array(z.object({ user: z.object({ login: z.string() }).nullable() })).nullable() })
  .transform(({ nodes }) => (nodes ?? []).flatMap(({ user }) => (user === null ? [] : [user.login])));

const threadsSchema = z.object({
  repository: z.object({
    pullRequest: z.object({
      reviewThreads: z.object({
        nodes: z.array(
          z.object({
            isResolved: z.boolean(),
            comments: z.object({
              totalCount: z.number(),
              nodes: z.array(
                z.object({
                  databaseId: z.number(),
                  body: z.string(),
                  path: z.string(),
                  line: z.number().nullable(),
                  viewerDidAuthor: z.boolean(),
                  up: reactionsSchema,
                  down: reactionsSchema,
                }),
              ),
            }),
          }),
        ),
      }),
    }),
  }),
});

async function reviewThreads(
  octokit: Octokit,
  { owner, repo: name }: Repository,
  number: number,
): Promise<readonly ReviewThread[]> {
  const answer = threadsSchema.parse(await octokit.graphql(threadsQuery, { owner, name, number }));
  return answer.repository.pullRequest.reviewThreads.nodes.flatMap(({ isResolved, comments }) => {
    const [first] = comments.nodes;
    if (first?.viewerDidAuthor !== true) return [];
    const { databaseId: id, body, path, line, up, down } = first;
    return [
      {
        comment: { id, body, path, line },
        replies: comments.totalCount - 1,
        resolved: isResolved,
        thumbsUp: up,
        thumbsDown: down,
      },
    ];
  });
}
