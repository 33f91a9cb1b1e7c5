import { z } from 'zod';
import { policyPath } from './graphql.ts';

/** Where GitHub looks for CODEOWNERS, in this order. */
const ownerPaths = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

export const issueQuery = `query Issue($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    securityPolicyUrl
    policy: object(expression: "HEAD:${policyPath}") { ... on Blob { text } }
    ${ownerPaths.map((path, index) => `owners${index}: object(expression: "HEAD:${path}") { ... on Blob { text } }`).join('\n    ')}
    templates: object(expression: "HEAD:.github/ISSUE_TEMPLATE") {
      ... on Tree { entries { name object { ... on Blob { text } } } }
    }
    labels(first: 100) { nodes { name description } pageInfo { hasNextPage endCursor } }
    issue(number: $number) {
      number title body state
      author { __typename login }
      labels(first: 100) { nodes { name } }
      assignees(first: 10) { nodes { login } }
      comments(last: 100) { nodes { databaseId body viewerDidAuthor } }
    }
  }
}`;

export const labelsQuery = `query Labels($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    labels(first: 100, after: $after) { nodes { name description } pageInfo { hasNextPage endCursor } }
  }
}`;

export const recentIssuesQuery = `query Issues($owner: String!, $name: String!, $after: String, $since: DateTime) {
  repository(owner: $owner, name: $name) {
    issues(first: 100, after: $after, filterBy: { since: $since }, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { number title body state updatedAt }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export const quietIssuesQuery = `query Quiet($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    issues(first: 100, states: [OPEN], orderBy: { field: UPDATED_AT, direction: ASC }) {
      nodes {
        number updatedAt
        labels(first: 100) { nodes { name } }
        assignees(first: 1) { nodes { login } }
        milestone { number }
        comments(last: 20) { nodes { databaseId body viewerDidAuthor } }
      }
    }
  }
}`;

export const openPullRequestsQuery = `query Open($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    pullRequests(first: 100, states: [OPEN], orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { number title } }
  }
}`;

export const ownIssueQuery = `query OwnIssue($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { issue(number: $number) { number body state viewerDidAuthor } }
}`;

export const ownIssuesQuery = `query OwnIssues($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    issues(first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { number body state viewerDidAuthor }
    }
  }
}`;

const blob = z.object({ text: z.string().nullish() }).nullable();
const names = z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullish();
const logins = z.object({ nodes: z.array(z.object({ login: z.string() })) });
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const state = z.enum(['OPEN', 'CLOSED']);

const labelPageSchema = z
  .object({
    nodes: z.array(z.object({ name: z.string(), description: z.string().nullish() })),
    pageInfo,
  })
  .nullable();

export const labelsSchema = z.object({ repository: z.object({ labels: labelPageSchema }) });

const commentsSchema = z.object({
  nodes: z.array(z.object({ databaseId: z.number(), body: z.string(), viewerDidAuthor: z.boolean() })),
});

export const issueSchema = z.object({
  repository: z.object({
    securityPolicyUrl: z.string().nullish(),
    policy: blob,
    owners0: blob,
    owners1: blob,
    owners2: blob,
    templates: z
      .object({ entries: z.array(z.object({ name: z.string(), object: blob })).optional() })
      .nullable(),
    labels: labelPageSchema,
    issue: z
      .object({
        number: z.number(),
        title: z.string(),
        body: z.string(),
        state,
        // Null when the account was deleted.
        author: z.object({ __typename: z.string(), login: z.string() }).nullable(),
        labels: names,
        assignees: logins,
        comments: commentsSchema,
      })
      .nullable(),
  }),
});

export const recentIssuesSchema = z.object({
  repository: z.object({
    issues: z.object({
      nodes: z.array(
        z.object({ number: z.number(), title: z.string(), body: z.string(), state, updatedAt: z.string() }),
      ),
      pageInfo,
    }),
  }),
});

export const quietIssuesSchema = z.object({
  repository: z.object({
    issues: z.object({
      nodes: z.array(
        z.object({
          number: z.number(),
          updatedAt: z.string(),
          labels: names,
          assignees: logins,
          milestone: z.object({ number: z.number() }).nullable(),
          comments: commentsSchema,
        }),
      ),
    }),
  }),
});

export const openPullRequestsSchema = z.object({
  repository: z.object({
    pullRequests: z.object({ nodes: z.array(z.object({ number: z.number(), title: z.string() })) }),
  }),
});

const ownIssue = z.object({ number: z.number(), body: z.string(), state, viewerDidAuthor: z.boolean() });
export type OwnIssueNode = z.infer<typeof ownIssue>;
export const ownIssueSchema = z.object({ repository: z.object({ issue: ownIssue.nullable() }) });
export const ownIssuesSchema = z.object({
  repository: z.object({ issues: z.object({ nodes: z.array(ownIssue) }) }),
});
