import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ProbotOctokit } from 'probot';
import { z } from 'zod';
import { type RoleName, roleNames } from '../../contracts/role.ts';
import { readBlobs } from './blobs.ts';
import { changedFileSchema } from './changed-file.ts';
import { readDefinitionFiles } from './definition-files.ts';
import {
  conversationQuery,
  conversationSchema,
  issueConversationQuery,
  issueConversationSchema,
  policyPath,
  policyQuery,
  policySchema,
  snapshotQuery,
  snapshotSchema,
} from './graphql.ts';
import { askGraphql } from './graphql-answer.ts';
import { readDependencyChanges, readRepositoryFacts } from './outside-facts.ts';
import type { OwnComment, PullRequestSnapshot, RepositoryClient } from './repository-client.ts';
import { statusOf } from './status-of.ts';

const compress = promisify(gzip);

/** GitHub lists at most this many files of a pull request, 100 a page. */
const maxFilePages = 30;

/** The parts of an Octokit that this client uses; Probot's and the Action's both have them. */
export type Octokit = Pick<InstanceType<typeof ProbotOctokit>, 'rest' | 'graphql' | 'paginate'>;

/** A client for one repository on an Octokit that is already authenticated for it. */
export function createRepositoryClient(
  octokit: Octokit,
  repository: { readonly owner: string; readonly repo: string },
): RepositoryClient {
  const graphqlTarget = { owner: repository.owner, name: repository.repo };
  return {
    snapshot: number => snapshot(octokit, { ...graphqlTarget, number }),
    async policy() {
      const answer = policySchema.parse(
        await octokit.graphql(policyQuery, { ...graphqlTarget, policy: `HEAD:${policyPath}` }),
      );
      return {
        sha: answer.repository.defaultBranchRef?.target.oid ?? '',
        branch: answer.repository.defaultBranchRef?.name ?? '',
        text: policyTextOf(answer.repository.policy),
        ownRules: answer.repository.ownRules,
      };
    },
    async listChangedFiles(number) {
      const files = [];
      for (let page = 1; page <= maxFilePages; page++) {
        const { data } = await octokit.rest.pulls.listFiles({
          ...repository,
          pull_number: number,
          per_page: 100,
          page,
        });
        files.push(...z.array(changedFileSchema).parse(data));
        if (data.length < 100) break;
      }
      return files;
    },
    async compareFiles(base, head) {
      const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
        ...repository,
        basehead: `${base}...${head}`,
      });
      return z.array(changedFileSchema).parse(data.files ?? []);
    },
    definitionFiles: () => readDefinitionFiles(octokit, graphqlTarget),
    readBlobs: (expressions, maxBytes) =>
      readBlobs(octokit, { target: graphqlTarget, expressions, maxBytes }),
    conversation: number => conversation(octokit, { ...graphqlTarget, number }),
    ...commentMethods(octokit, repository),
    ...checkMethods(octokit, repository),
    async roleOf(login) {
      try {
        const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
          ...repository,
          username: login,
        });
        return roleOf(data.role_name, data.permission);
      } catch (error) {
        if (statusOf(error) === 404) return 'none';
        throw error;
      }
    },
    dependencyChanges: (base, head) => readDependencyChanges(octokit, repository, { base, head }),
    repositoryFacts(name, commits) {
      const [owner = '', repo = ''] = name.split('/');
      return readRepositoryFacts(octokit, { owner, repo }, commits);
    },
    async uploadSarif({ sarif, commitSha, ref }) {
      const encoded = (await compress(Buffer.from(sarif))).toString('base64');
      try {
        await octokit.rest.codeScanning.uploadSarif({
          ...repository,
          commit_sha: commitSha,
          ref,
          sarif: encoded,
          tool_name: 'devops',
        });
        return 'uploaded';
      } catch (error) {
        // 403 and 404: code scanning is not available for the repository, or the App was not given it.
        if ([403, 404].includes(statusOf(error) ?? 0)) return 'off';
        throw error;
      }
    },
  };
}

type Target = { readonly owner: string; readonly name: string; readonly number: number };

async function snapshot(octokit: Octokit, target: Target): Promise<PullRequestSnapshot> {
  const answer = snapshotSchema.parse(
    await octokit.graphql(snapshotQuery, { ...target, policy: `HEAD:${policyPath}` }),
  );
  const { pullRequest, policy, ownRules, agentFiles, defaultBranchRef } = answer.repository;
  return {
    headSha: pullRequest.headRefOid,
    headRef: pullRequest.headRefName,
    baseSha: pullRequest.baseRefOid,
    baseRef: pullRequest.baseRefName,
    open: pullRequest.state === 'OPEN',
    draft: pullRequest.isDraft,
    fork: pullRequest.isCrossRepository,
    title: pullRequest.title,
    labels: (pullRequest.labels?.nodes ?? []).map(({ name }) => name),
    body: pullRequest.body,
    author: { login: pullRequest.author?.login ?? 'ghost', bot: pullRequest.author?.__typename === 'Bot' },
    changedFiles: pullRequest.changedFiles,
    policySha: defaultBranchRef?.target.oid ?? '',
    policyText: policyTextOf(policy),
    ownRules,
    agentFiles,
  };
}

/** GraphQL cuts a text at about 512 KB; what is that long is too long for a policy and not used. */
function policyTextOf(policy: z.infer<typeof policySchema>['repository']['policy']): string | undefined {
  return policy?.text ?? undefined;
}

async function conversation(
  octokit: Octokit,
  target: Target,
): Promise<{ headSha: string; ownComments: readonly OwnComment[] }> {
  const ownComments: OwnComment[] = [];
  let before: string | null = null;
  for (;;) {
    const { headRefOid, comments } = await conversationPage(octokit, { ...target, before });
    for (const node of comments.nodes) {
      if (node.viewerDidAuthor) ownComments.push({ id: node.databaseId, body: node.body });
    }
    if (!comments.pageInfo.hasPreviousPage) return { headSha: headRefOid, ownComments };
    before = comments.pageInfo.startCursor;
  }
}

type ConversationPage = NonNullable<z.infer<typeof conversationSchema>['repository']['pullRequest']>;

/** GitHub refuses the number of an issue as that of a pull request. */
async function conversationPage(
  octokit: Octokit,
  target: Target & { readonly before: string | null },
): Promise<ConversationPage> {
  const { data } = await askGraphql(octokit, conversationQuery, target);
  const { pullRequest } = conversationSchema.parse(data).repository;
  if (pullRequest !== null) return pullRequest;
  const answer = issueConversationSchema.parse(await octokit.graphql(issueConversationQuery, target));
  return { headRefOid: '', comments: answer.repository.issue.comments };
}

/** `role_name` may be a custom role; `permission` is then the base role it extends, folded to the legacy four. */
function roleOf(roleName: string | undefined, permission: string): RoleName {
  return roleNames.find(role => role === roleName) ?? roleNames.find(role => role === permission) ?? 'none';
}

type RepositoryTarget = { readonly owner: string; readonly repo: string };

function commentMethods(
  octokit: Octokit,
  repository: RepositoryTarget,
): Pick<RepositoryClient, 'createComment' | 'updateComment' | 'deleteComment' | 'react'> {
  return {
    async createComment(issue, body) {
      const { data } = await octokit.rest.issues.createComment({ ...repository, issue_number: issue, body });
      return { id: Number(data.id), url: data.html_url };
    },
    async updateComment(commentId, body) {
      const { data } = await octokit.rest.issues.updateComment({
        ...repository,
        comment_id: commentId,
        body,
      });
      return { url: data.html_url };
    },
    async deleteComment(commentId) {
      try {
        await octokit.rest.issues.deleteComment({ ...repository, comment_id: commentId });
      } catch (error) {
        if (statusOf(error) !== 404) throw error;
      }
    },
    async react(commentId, content) {
      await octokit.rest.reactions.createForIssueComment({ ...repository, comment_id: commentId, content });
    },
  };
}

function checkMethods(
  octokit: Octokit,
  repository: RepositoryTarget,
): Pick<RepositoryClient, 'createCheckRun' | 'findCheckRun' | 'completeCheckRun'> {
  return {
    async createCheckRun({ name, headSha, externalId, title, summary, completed }) {
      const { data } = await octokit.rest.checks.create({
        ...repository,
        name,
        head_sha: headSha,
        external_id: externalId,
        ...(completed === undefined
          ? { status: 'in_progress', output: { title, summary } }
          : {
              status: 'completed',
              conclusion: completed.conclusion,
              output: { title, summary, annotations: [...completed.annotations] },
            }),
      });
      return { id: Number(data.id), url: data.html_url ?? '' };
    },
    async findCheckRun({ headSha, externalId }) {
      const runs = await octokit.paginate(octokit.rest.checks.listForRef, {
        ...repository,
        ref: headSha,
        per_page: 100,
        filter: 'all',
      });
      const found = runs.find(run => run.external_id === externalId);
      return found === undefined ? undefined : { id: Number(found.id), url: found.html_url ?? '' };
    },
    async completeCheckRun({ id, conclusion, output, furtherAnnotations, actions }) {
      const { annotations, ...texts } = output;
      await octokit.rest.checks.update({
        ...repository,
        check_run_id: id,
        status: 'completed',
        conclusion,
        output: { ...texts, annotations: [...annotations] },
        actions: [...actions],
      });
      for (const batch of furtherAnnotations) {
        await octokit.rest.checks.update({
          ...repository,
          check_run_id: id,
          output: { ...texts, annotations: [...batch] },
        });
      }
    },
  };
}
