import { z } from 'zod';
import type { ProtectionFacts } from '../../contracts/gate.ts';
import type { Octokit } from './octokit-repository-client.ts';
import { statusOf } from './status-of.ts';

type RepositoryTarget = { readonly owner: string; readonly repo: string };

const reviewerSchema = z.looseObject({
  type: z.string(),
  reviewer: z.looseObject({ login: z.string().optional(), slug: z.string().optional() }),
});

/** `GET /repos/{owner}/{repo}/environments/{environment_name}`; a custom rule is another App's business. */
const environmentSchema = z.looseObject({
  protection_rules: z
    .array(
      z.looseObject({
        type: z.string(),
        wait_timer: z.number().optional(),
        prevent_self_review: z.boolean().optional(),
        reviewers: z.array(reviewerSchema).optional(),
      }),
    )
    .default([]),
  deployment_branch_policy: z
    .object({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() })
    .nullish(),
});
type Environment = z.infer<typeof environmentSchema>;

const policiesSchema = z.array(z.looseObject({ name: z.string().optional(), type: z.string().optional() }));

const noRules: ProtectionFacts = {
  exists: false,
  waitMinutes: 0,
  reviewers: null,
  branches: null,
  branchProtected: false,
};

/** The environment's rules; one request, two with a branch policy. 404 means that there is no such environment. */
export async function readProtection(
  octokit: Octokit,
  repository: RepositoryTarget,
  { environment, branch }: { readonly environment: string; readonly branch: string | null },
): Promise<ProtectionFacts> {
  const rules = await readEnvironment(octokit, repository, environment);
  if (rules === undefined) return noRules;
  const { protection_rules: list, deployment_branch_policy: policy } = rules;
  const facts: ProtectionFacts = {
    ...noRules,
    exists: true,
    waitMinutes: list.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
    reviewers: reviewersOf(list),
  };
  if (policy === null || policy === undefined) return facts;
  if (policy.protected_branches)
    return {
      ...facts,
      branches: 'protected',
      branchProtected: await isProtected(octokit, repository, branch),
    };
  const policies = policiesSchema.parse(
    await octokit.paginate(octokit.rest.repos.listDeploymentBranchPolicies, {
      ...repository,
      environment_name: environment,
      per_page: 100,
    }),
  );
  const branches = policies.filter(({ type }) => type !== 'tag').flatMap(({ name }) => name ?? []);
  return { ...facts, branches };
}

async function readEnvironment(
  octokit: Octokit,
  repository: RepositoryTarget,
  environment: string,
): Promise<Environment | undefined> {
  try {
    const { data } = await octokit.rest.repos.getEnvironment({
      ...repository,
      environment_name: environment,
    });
    return environmentSchema.parse(data);
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

function reviewersOf(rules: Environment['protection_rules']): ProtectionFacts['reviewers'] {
  const rule = rules.find(({ type }) => type === 'required_reviewers');
  if (rule === undefined) return null;
  const reviewers = (rule.reviewers ?? []).map(({ reviewer }) => reviewer);
  return {
    users: reviewers.flatMap(({ login }) => login ?? []),
    teams: reviewers.flatMap(({ slug }) => slug ?? []),
    preventSelfReview: rule.prevent_self_review ?? false,
  };
}

async function isProtected(
  octokit: Octokit,
  repository: RepositoryTarget,
  branch: string | null,
): Promise<boolean> {
  if (branch === null) return false;
  const { data } = await octokit.rest.repos.getBranch({ ...repository, branch });
  return data.protected;
}
