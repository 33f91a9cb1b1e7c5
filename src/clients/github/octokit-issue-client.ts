import { z } from 'zod';
import type { RepositoryLabel } from '../../contracts/triage.ts';
import { askGraphql } from './graphql-answer.ts';
import type { DashboardIssue, IssueClient, IssueSnapshot, ListedIssue } from './issue-client.ts';
import {
  issueQuery,
  issueSchema,
  labelsQuery,
  labelsSchema,
  type OwnIssueNode,
  openPullRequestsQuery,
  openPullRequestsSchema,
  ownIssueQuery,
  ownIssueSchema,
  ownIssuesQuery,
  ownIssuesSchema,
  quietIssuesQuery,
  quietIssuesSchema,
  recentIssuesQuery,
  recentIssuesSchema,
} from './issue-queries.ts';
import type { Octokit } from './octokit-repository-client.ts';
import { statusOf } from './status-of.ts';

/** Labels beyond are not read. */
const maxLabels = 300;

type Repository = { readonly owner: string; readonly repo: string };

/** A client for the issues of one repository on an Octokit that is already authenticated for it. */
export function createIssueClient(octokit: Octokit, repository: Repository): IssueClient {
  return { ...reading(octokit, repository), ...writing(octokit, repository) };
}

type Reading =
  | 'issueSnapshot'
  | 'recentIssues'
  | 'existingPaths'
  | 'quietIssues'
  | 'openPullRequests'
  | 'findOwnIssue';

function reading(octokit: Octokit, { owner, repo: name }: Repository): Pick<IssueClient, Reading> {
  const target = { owner, name };
  return {
    issueSnapshot: number => issueSnapshot(octokit, { ...target, number }),
    async recentIssues({ since, limit }) {
      const issues: ListedIssue[] = [];
      let after: string | null = null;
      while (issues.length < limit) {
        const answer: z.infer<typeof recentIssuesSchema> = recentIssuesSchema.parse(
          await octokit.graphql(recentIssuesQuery, { ...target, after, since: since ?? null }),
        );
        const { nodes, pageInfo } = answer.repository.issues;
        issues.push(...nodes.map(({ state, ...issue }) => ({ ...issue, open: state === 'OPEN' })));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor ?? null;
      }
      return issues.slice(0, limit);
    },
    existingPaths: paths => existingPaths(octokit, target, paths),
    async quietIssues() {
      const { repository } = quietIssuesSchema.parse(await octokit.graphql(quietIssuesQuery, target));
      return repository.issues.nodes.map(node => ({
        number: node.number,
        updatedAt: node.updatedAt,
        labels: (node.labels?.nodes ?? []).map(label => label.name),
        assigned: node.assignees.nodes.length > 0 || node.milestone !== null,
        ownComments: ownComments(node.comments.nodes),
      }));
    },
    async openPullRequests() {
      const { repository } = openPullRequestsSchema.parse(
        await octokit.graphql(openPullRequestsQuery, target),
      );
      return repository.pullRequests.nodes;
    },
    findOwnIssue: wanted => findOwnIssue(octokit, target, wanted),
  };
}

type Target = { readonly owner: string; readonly name: string };

async function issueSnapshot(
  octokit: Octokit,
  target: Target & { readonly number: number },
): Promise<IssueSnapshot> {
  // An issue that is not there is refused with NOT_FOUND beside everything else.
  const { data } = await askGraphql(octokit, issueQuery, target);
  const { repository } = issueSchema.parse(data);
  const { issue } = repository;
  return {
    issue: issue === null ? undefined : detailsOf(issue),
    policyText: repository.policy?.text ?? undefined,
    labels: await allLabels(octokit, target, repository.labels),
    codeOwners:
      [repository.owners0, repository.owners1, repository.owners2].find(
        file => typeof file?.text === 'string',
      )?.text ?? undefined,
    templates: (repository.templates?.entries ?? []).flatMap(({ name, object }) =>
      typeof object?.text === 'string' ? [{ name, text: object.text }] : [],
    ),
    securityPolicyUrl: repository.securityPolicyUrl ?? undefined,
  };
}

function detailsOf(
  issue: NonNullable<z.infer<typeof issueSchema>['repository']['issue']>,
): NonNullable<IssueSnapshot['issue']> {
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body,
    open: issue.state === 'OPEN',
    author: issue.author?.login ?? 'ghost',
    authorIsBot: issue.author?.__typename === 'Bot',
    labels: (issue.labels?.nodes ?? []).map(({ name }) => name),
    assignees: issue.assignees.nodes.map(({ login }) => login),
    ownComments: ownComments(issue.comments.nodes),
  };
}

function ownComments(
  nodes: readonly { readonly databaseId: number; readonly body: string; readonly viewerDidAuthor: boolean }[],
): readonly { readonly id: number; readonly body: string }[] {
  return nodes
    .filter(({ viewerDidAuthor }) => viewerDidAuthor)
    .map(({ databaseId: id, body }) => ({ id, body }));
}

type LabelPage = z.infer<typeof labelsSchema>['repository']['labels'];

async function allLabels(
  octokit: Octokit,
  { owner, name }: Target,
  first: LabelPage,
): Promise<readonly RepositoryLabel[]> {
  const labels: RepositoryLabel[] = [];
  for (let page = first; page !== null; ) {
    labels.push(...page.nodes.map(label => ({ name: label.name, description: label.description ?? null })));
    if (!page.pageInfo.hasNextPage || labels.length >= maxLabels) break;
    const variables = { owner, name, after: page.pageInfo.endCursor ?? null };
    page = labelsSchema.parse(await octokit.graphql(labelsQuery, variables)).repository.labels;
  }
  return labels;
}

async function existingPaths(
  octokit: Octokit,
  target: Target,
  paths: readonly string[],
): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const variables = paths.map((path, index) => [`p${index}`, `HEAD:${path}`] as const);
  const query = `query Paths($owner: String!, $name: String!, ${variables.map(([name]) => `$${name}: String!`).join(', ')}) {
  repository(owner: $owner, name: $name) {
    ${variables.map(([name]) => `${name}: object(expression: $${name}) { __typename }`).join('\n    ')}
  }
}`;
  const schema = z.object({
    repository: z.record(z.string(), z.object({ __typename: z.string() }).nullable()),
  });
  const { repository } = schema.parse(
    await octokit.graphql(query, { ...target, ...Object.fromEntries(variables) }),
  );
  return paths.filter((_path, index) => repository[`p${index}`]?.__typename === 'Blob');
}

async function findOwnIssue(
  octokit: Octokit,
  target: Target,
  { number, marker }: { readonly number: number | undefined; readonly marker: string },
): Promise<DashboardIssue | undefined> {
  if (number !== undefined) {
    const { data } = await askGraphql(octokit, ownIssueQuery, { ...target, number });
    const node = ownIssueSchema.parse(data).repository.issue;
    if (node !== null && isOwn(node, marker)) return dashboardOf(node);
  }
  const { repository } = ownIssuesSchema.parse(await octokit.graphql(ownIssuesQuery, target));
  const found = repository.issues.nodes.find(node => isOwn(node, marker));
  return found === undefined ? undefined : dashboardOf(found);
}

/** A marker alone says nothing: anybody can write one. */
function isOwn({ viewerDidAuthor, body }: OwnIssueNode, marker: string): boolean {
  return viewerDidAuthor && body.startsWith(marker);
}

function dashboardOf({ number, state, body }: OwnIssueNode): DashboardIssue {
  return { number, open: state === 'OPEN', body };
}

function writing(octokit: Octokit, repository: Repository): Omit<IssueClient, Reading> {
  const { issues, actions } = octokit.rest;
  return {
    async addLabels(issue, labels) {
      await issues.addLabels({ ...repository, issue_number: issue, labels: [...labels] });
    },
    async removeLabel(issue, name) {
      await fineWhenGone(() => issues.removeLabel({ ...repository, issue_number: issue, name }));
    },
    async addAssignees(issue, assignees) {
      await issues.addAssignees({ ...repository, issue_number: issue, assignees: [...assignees] });
    },
    async closeIssue(issue) {
      const closed = { state: 'closed', state_reason: 'not_planned' } as const;
      await issues.update({ ...repository, issue_number: issue, ...closed });
    },
    async createIssue(issue) {
      const { data } = await issues.create({ ...repository, ...issue });
      return { number: data.number };
    },
    async updateIssue(issue, change) {
      await issues.update({ ...repository, issue_number: issue, ...change, state: 'open' });
    },
    async createComment(issue, body) {
      const { data } = await issues.createComment({ ...repository, issue_number: issue, body });
      return { id: Number(data.id) };
    },
    async updateComment(commentId, body) {
      const { data } = await issues.updateComment({ ...repository, comment_id: commentId, body });
      return { url: data.html_url };
    },
    async deleteComment(commentId) {
      await fineWhenGone(() => issues.deleteComment({ ...repository, comment_id: commentId }));
    },
    async rerunFailedJobs(runId) {
      try {
        await actions.reRunWorkflowFailedJobs({ ...repository, run_id: runId });
        return true;
      } catch (error) {
        // 403: nothing failed, it is under way, or it is too old; 404: it is gone.
        if ([403, 404].includes(statusOf(error) ?? 0)) return false;
        throw error;
      }
    },
  };
}

async function fineWhenGone(remove: () => Promise<unknown>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}
