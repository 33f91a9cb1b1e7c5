import { z } from 'zod';

/** The file that holds a repository's configuration. */
export const policyPath = '.github/devops.yml';

/** The folder of the repository's own rules on the default branch, with the texts. */
const ownRulesFolder = '.github/devops/rules';
const ownRulesField = folderField('ownRules', ownRulesFolder);

/** The folder of the repository's agents, some of which start on pull requests. */
const agentsFolder = '.github/devops/agents';

function folderField(name: string, folder: string): string {
  return `${name}: object(expression: "HEAD:${folder}") {
      ... on Tree { entries { name object { ... on Blob { text isTruncated } } } }
    }`;
}

const folderSchema = z
  .object({
    entries: z
      .array(
        z.object({
          name: z.string(),
          object: z.object({ text: z.string().nullable().optional() }).nullable(),
        }),
      )
      .optional(),
  })
  .nullable();

const ownRulesSchema = folderSchema.transform(tree => filesOf(tree, ownRulesFolder, /\.ya?ml$/));
const agentFilesSchema = folderSchema.transform(tree => filesOf(tree, agentsFolder, /\.md$/));

function filesOf(
  tree: z.infer<typeof folderSchema>,
  folder: string,
  named: RegExp,
): readonly { readonly path: string; readonly text: string }[] {
  return (tree?.entries ?? []).flatMap(({ name, object }) =>
    named.test(name) && typeof object?.text === 'string'
      ? [{ path: `${folder}/${name}`, text: object.text }]
      : [],
  );
}

export const snapshotQuery = `query Snapshot($owner: String!, $name: String!, $number: Int!, $policy: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { target { oid } }
    policy: object(expression: $policy) { ... on Blob { text isTruncated } }
    ${ownRulesField}
    ${folderField('agentFiles', agentsFolder)}
    pullRequest(number: $number) {
      headRefOid headRefName baseRefOid baseRefName isDraft isCrossRepository state changedFiles title body
      author { __typename login }
      labels(first: 100) { nodes { name } }
    }
  }
}`;

const policyBlobSchema = z
  .object({ text: z.string().nullable().optional(), isTruncated: z.boolean().optional() })
  .nullable();

export const snapshotSchema = z.object({
  repository: z.object({
    defaultBranchRef: z.object({ target: z.object({ oid: z.string() }) }).nullable(),
    policy: policyBlobSchema,
    ownRules: ownRulesSchema,
    agentFiles: agentFilesSchema,
    pullRequest: z.object({
      headRefOid: z.string(),
      headRefName: z.string(),
      baseRefOid: z.string(),
      baseRefName: z.string(),
      isDraft: z.boolean(),
      isCrossRepository: z.boolean(),
      state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
      changedFiles: z.number(),
      title: z.string(),
      body: z.string(),
      // Null when the account was deleted.
      author: z.object({ __typename: z.string(), login: z.string() }).nullable(),
      labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullish(),
    }),
  }),
});

export const policyQuery = `query Policy($owner: String!, $name: String!, $policy: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name target { oid } }
    policy: object(expression: $policy) { ... on Blob { text isTruncated } }
    ${ownRulesField}
  }
}`;

export const policySchema = z.object({
  repository: z.object({
    defaultBranchRef: z.object({ name: z.string(), target: z.object({ oid: z.string() }) }).nullable(),
    policy: policyBlobSchema,
    ownRules: ownRulesSchema,
  }),
});

export const conversationQuery = `query Conversation($owner: String!, $name: String!, $number: Int!, $before: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      headRefOid
      comments(last: 100, before: $before) {
        pageInfo { hasPreviousPage startCursor }
        nodes { databaseId body viewerDidAuthor }
      }
    }
  }
}`;

/** For issues, which have no head. */
export const issueConversationQuery = conversationQuery
  .replace('query Conversation', 'query IssueConversation')
  .replace('pullRequest(', 'issue(')
  .replace('headRefOid', '');

const commentsSchema = z.object({
  pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullable() }),
  nodes: z.array(z.object({ databaseId: z.number(), body: z.string(), viewerDidAuthor: z.boolean() })),
});

export const conversationSchema = z.object({
  repository: z.object({
    /** Null for a number that is no pull request's. */
    pullRequest: z.object({ headRefOid: z.string(), comments: commentsSchema }).nullable(),
  }),
});

export const issueConversationSchema = z.object({
  repository: z.object({ issue: z.object({ comments: commentsSchema }) }),
});

/** One query for up to `count` objects; the expressions travel as variables, never inside the query's text. */
export function blobsQuery(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const variables = indexes.map(index => `$e${index}: String!`).join(', ');
  const fields = indexes
    .map(
      index =>
        `b${index}: object(expression: $e${index}) { ... on Blob { oid text isBinary isTruncated byteSize } }`,
    )
    .join('\n    ');
  return `query Blobs($owner: String!, $name: String!, ${variables}) {
  repository(owner: $owner, name: $name) {
    ${fields}
  }
}`;
}

export const blobSchema = z
  .object({
    oid: z.string().optional(),
    text: z.string().nullable().optional(),
    isBinary: z.boolean().nullable().optional(),
    isTruncated: z.boolean().optional(),
    byteSize: z.number().optional(),
  })
  .nullable();

export const blobsSchema = z.object({ repository: z.record(z.string(), blobSchema) });
