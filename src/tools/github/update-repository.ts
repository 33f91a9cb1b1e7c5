import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { repository } from '../github-calls/parameters.ts';

const settings = z.object({
  description: z.string().max(350).optional(),
  homepage: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).optional(),
  issues: z.boolean().optional(),
  wiki: z.boolean().optional(),
  projects: z.boolean().optional(),
  squashMerge: z.boolean().optional(),
  mergeCommit: z.boolean().optional(),
  rebaseMerge: z.boolean().optional(),
  autoMerge: z.boolean().optional(),
  deleteBranchOnMerge: z.boolean().optional(),
});

/** Our names of settings and GitHub's. */
const names = {
  description: 'description',
  homepage: 'homepage',
  issues: 'has_issues',
  wiki: 'has_wiki',
  projects: 'has_projects',
  squashMerge: 'allow_squash_merge',
  mergeCommit: 'allow_merge_commit',
  rebaseMerge: 'allow_rebase_merge',
  autoMerge: 'allow_auto_merge',
  deleteBranchOnMerge: 'delete_branch_on_merge',
} as const;
type Setting = keyof typeof names;

/** Changes settings that do no harm; visibility, archiving, renaming and transfer are not among them. */
export const updateRepository = changingTool({
  name: 'github_update_repository',
  description:
    'Changes settings of a repository: description, homepage, issues, wiki, projects, how pull requests are merged. Never its visibility, name, owner or archiving.',
  risk: 'write',
  permissions: { github: ['administration:write'] },
  undo: { kind: 'tool', tool: 'github_update_repository' },
  idempotent: true,
  parameters: z.object({ repository, settings }),
  example: { repository: 'octo/app', settings: { deleteBranchOnMerge: true } },
  async plan(input, _call, { octokit, target }) {
    const { data } = await octokit.rest.repos.get(target);
    const before = Object.fromEntries(
      given(input.settings).map(([name]) => [name, data[names[name]] ?? null]),
    );
    const changes = given(input.settings).map(
      ([name, value]) => `${name} from ${JSON.stringify(before[name])} to ${JSON.stringify(value)}`,
    );
    if (changes.length === 0)
      return {
        kind: 'refused',
        code: 'nothing-to-change',
        message: 'No setting is given; name at least one.',
      };
    return {
      kind: 'plan',
      summary: `Change in ${target.owner}/${target.repo}: ${changes.join(', ')}.`,
      checkedBy: 'pre-check',
      before,
    };
  },
  async handle(input, _call, { octokit, target }) {
    const changes = Object.fromEntries(given(input.settings).map(([name, value]) => [names[name], value]));
    await octokit.rest.repos.update({ ...target, ...changes });
    return { kind: 'ok', value: { repository: `${target.owner}/${target.repo}`, changed: input.settings } };
  },
});

function given(chosen: z.output<typeof settings>): readonly (readonly [Setting, string | boolean])[] {
  return Object.entries(chosen).flatMap(([name, value]) =>
    value === undefined ? [] : [[name as Setting, value]],
  );
}
