import { z } from 'zod';

const pageInfoSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/** A page of a list. */
function pageOf<T extends z.ZodType>(node: T) {
  return z.object({ pageInfo: pageInfoSchema, nodes: z.array(node) });
}

const contextSchema = z.discriminatedUnion('__typename', [
  z.object({
    __typename: z.literal('CheckRun'),
    name: z.string(),
    status: z.string(),
    conclusion: z.string().nullable(),
    startedAt: z.string().nullable(),
    isRequired: z.boolean().default(false),
    checkSuite: z.object({ app: z.object({ databaseId: z.number().nullable() }).nullable() }),
  }),
  z.object({
    __typename: z.literal('StatusContext'),
    context: z.string(),
    state: z.string(),
    createdAt: z.string(),
    isRequired: z.boolean().default(false),
  }),
]);
/** A check run or a commit status. */
export type CheckContext = z.infer<typeof contextSchema>;

const contextsSchema = pageOf(contextSchema);
const rollupSchema = z.object({ contexts: contextsSchema }).nullable();

const reviewSchema = z.object({
  state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED']),
  submittedAt: z.string().nullable(),
  authorCanPushToRepository: z.boolean(),
  // Null when the account was deleted.
  author: z.object({ login: z.string() }).nullable(),
  commit: z.object({ oid: z.string() }).nullable(),
});
export type ReviewNode = z.infer<typeof reviewSchema>;
const reviewsSchema = pageOf(reviewSchema);

const commitSchema = z.object({
  oid: z.string(),
  signature: z.object({ isValid: z.boolean() }).nullable(),
  checkSuites: z
    .object({
      nodes: z.array(z.object({ createdAt: z.string(), branch: z.object({ name: z.string() }).nullable() })),
    })
    .nullable(),
  statusCheckRollup: rollupSchema,
});
export type CommitNode = z.infer<typeof commitSchema>;

const refRuleSchema = z
  .object({
    refUpdateRule: z
      .object({ requiredStatusCheckContexts: z.array(z.string().nullable()).nullable() })
      .nullable(),
  })
  .nullable();

export type RefRule = z.infer<typeof refRuleSchema>;

const mergeableSchema = z.enum(['MERGEABLE', 'CONFLICTING', 'UNKNOWN']);
const stateSchema = z.enum(['OPEN', 'CLOSED', 'MERGED']);
const defaultBranchSchema = z.object({ name: z.string() }).nullable();

/** The newest deployment of each earlier environment, under its alias. */
export const earlierSchema = z.object({
  nodes: z.array(z.object({ commitOid: z.string(), state: z.string().nullable() })),
});

export const pullRequestSchema = z.object({
  repository: z
    .object({
      defaultBranchRef: defaultBranchSchema,
      pullRequest: z
        .object({
          state: stateSchema,
          isDraft: z.boolean(),
          isCrossRepository: z.boolean(),
          mergeable: mergeableSchema,
          headRefOid: z.string(),
          headRefName: z.string(),
          baseRefName: z.string(),
          author: z.object({ login: z.string() }).nullable(),
          // Null when the branch was deleted.
          headRef: z.object({ name: z.string() }).nullable(),
          baseRef: refRuleSchema,
          reviews: reviewsSchema,
          commits: z.object({ nodes: z.array(z.object({ commit: commitSchema })) }),
        })
        .nullable(),
    })
    .loose(),
});
/** What a look holds beside the pull request's own fields. */
export const lookSchema = z.object({
  repository: z.object({
    defaultBranchRef: z.object({ target: z.object({ oid: z.string() }) }).nullable(),
    policy: z.object({ text: z.string().nullable().optional() }).nullable(),
    pullRequest: z.object({
      headRefOid: z.string(),
      headRefName: z.string(),
      comments: z.object({
        pageInfo: z.object({ hasPreviousPage: z.boolean() }),
        nodes: z.array(z.object({ databaseId: z.number(), body: z.string(), viewerDidAuthor: z.boolean() })),
      }),
    }),
  }),
});

export type PullRequestNode = NonNullable<z.infer<typeof pullRequestSchema>['repository']['pullRequest']>;

export const commitAnswerSchema = z.object({
  repository: z
    .object({
      defaultBranchRef: defaultBranchSchema,
      ref: refRuleSchema,
      // What is no commit has none of the fields.
      object: z.union([commitSchema, z.strictObject({}).transform(() => null)]).nullable(),
    })
    .loose(),
});

export const moreChecksSchema = z.object({
  repository: z.object({ object: z.object({ statusCheckRollup: rollupSchema }).nullable() }),
});

export const moreReviewsSchema = z.object({
  repository: z.object({ pullRequest: z.object({ reviews: reviewsSchema }) }),
});

export const mergeableAnswerSchema = z.object({
  repository: z.object({ pullRequest: z.object({ mergeable: mergeableSchema, headRefOid: z.string() }) }),
});

export const headSchema = z.object({
  repository: z.object({
    pullRequest: z
      .object({
        state: stateSchema,
        headRefOid: z.string(),
        headRef: z.object({ name: z.string() }).nullable(),
      })
      .nullable(),
  }),
});
