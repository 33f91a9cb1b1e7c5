import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { labels, number, repository } from '../github-calls/parameters.ts';
import { labelNames } from '../github-calls/shown.ts';

/** Puts labels on an issue and takes others off. */
export const labelIssue = changingTool({
  name: 'github_label_issue',
  description: 'Adds labels to an issue or pull request and removes others.',
  risk: 'write',
  permissions: { github: ['issues:write'] },
  undo: { kind: 'tool', tool: 'github_label_issue' },
  idempotent: true,
  parameters: z.object({ repository, number, add: labels.optional(), remove: labels.optional() }),
  example: { repository: 'octo/app', number: 1, add: ['triaged'] },
  async plan({ number: issue, add = [], remove = [] }, _call, { octokit, target }) {
    if (add.length + remove.length === 0)
      return { kind: 'refused', code: 'nothing-to-change', message: 'Give labels to add or to remove.' };
    const { data } = await octokit.rest.issues.get({ ...target, issue_number: issue });
    const words = [
      ...(add.length > 0 ? [`add ${add.join(', ')}`] : []),
      ...(remove.length > 0 ? [`remove ${remove.join(', ')}`] : []),
    ];
    const summary = `Labels of #${issue} in ${target.owner}/${target.repo}: ${words.join('; ')}.`;
    return { kind: 'plan', summary, checkedBy: 'pre-check', before: { labels: labelNames(data.labels) } };
  },
  async handle({ number: issue, add = [], remove = [] }, _call, { octokit, target }) {
    const { data } = await octokit.rest.issues.get({ ...target, issue_number: issue });
    const there = labelNames(data.labels);
    const missing = add.filter(name => !there.includes(name));
    if (missing.length > 0)
      await octokit.rest.issues.addLabels({ ...target, issue_number: issue, labels: missing });
    for (const name of remove.filter(label => there.includes(label)))
      await octokit.rest.issues.removeLabel({ ...target, issue_number: issue, name });
    const kept = [...there, ...missing].filter(name => !remove.includes(name));
    return { kind: 'ok', value: { number: issue, labels: kept } };
  },
});
