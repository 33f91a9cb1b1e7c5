import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { number, repository } from '../github-calls/parameters.ts';

const reasons = {
  'false-positive': 'false positive',
  'wont-fix': "won't fix",
  'used-in-tests': 'used in tests',
} as const;

/** Puts an alert aside. */
export const dismissCodeScanningAlert = changingTool({
  name: 'github_dismiss_code_scanning_alert',
  description:
    'Dismisses a code-scanning alert with a reason and a comment. Always waits for an approval, because it hides a security problem.',
  risk: 'destructive',
  permissions: { github: ['security_events:write'] },
  undo: { kind: 'manual', how: 'Reopen the alert on GitHub.' },
  idempotent: true,
  parameters: z.object({
    repository,
    number,
    reason: z.enum(['false-positive', 'wont-fix', 'used-in-tests']),
    comment: z.string().min(1).max(280),
  }),
  example: { repository: 'octo/app', number: 1, reason: 'used-in-tests', comment: 'A fixture.' },
  async plan(input, _call, { octokit, target }) {
    const { data } = await octokit.rest.codeScanning.getAlert({ ...target, alert_number: input.number });
    const what = `${data.rule.id ?? 'unknown rule'} at ${data.most_recent_instance.location?.path ?? 'an unknown place'}`;
    return {
      kind: 'plan',
      summary: `Dismiss alert ${input.number} of ${target.owner}/${target.repo} (${what}) as ${reasons[input.reason]}: ${input.comment}`,
      checkedBy: 'pre-check',
      before: { state: data.state },
    };
  },
  async handle(input, _call, { octokit, target }) {
    const { data } = await octokit.rest.codeScanning.updateAlert({
      ...target,
      alert_number: input.number,
      state: 'dismissed',
      dismissed_reason: reasons[input.reason],
      dismissed_comment: input.comment,
    });
    return { kind: 'ok', value: { number: data.number, state: data.state, url: data.html_url } };
  },
});
