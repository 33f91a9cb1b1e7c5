import { z } from 'zod';
import type { RequiredCheck } from '../../contracts/gate.ts';
import { maxPages, tooLong } from './change-reader.ts';
import type { Octokit } from './octokit-repository-client.ts';

const rulesSchema = z.array(
  z.looseObject({
    type: z.string(),
    parameters: z
      .looseObject({
        required_status_checks: z
          .array(z.object({ context: z.string(), integration_id: z.number().nullish() }))
          .optional(),
      })
      .optional(),
  }),
);

/** The checks that active rulesets of repository and organisation require on a branch. */
export async function requiredByRulesets(
  octokit: Octokit,
  repository: { readonly owner: string; readonly repo: string },
  branch: string,
): Promise<readonly RequiredCheck[]> {
  const rules: z.infer<typeof rulesSchema> = [];
  // Not `paginate`: it takes a 409 for an empty list, and an empty list here means that nothing is required.
  for (let page = 1; ; page += 1) {
    const { data } = await octokit.rest.repos.getBranchRules({ ...repository, branch, per_page: 100, page });
    rules.push(...rulesSchema.parse(data));
    if (data.length < 100) break;
    if (page >= maxPages) throw tooLong('rules');
  }
  return rules
    .filter(({ type }) => type === 'required_status_checks')
    .flatMap(({ parameters }) => parameters?.required_status_checks ?? [])
    .map(({ context, integration_id: appId }) => ({ name: context, appId: appId ?? null }));
}
