import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { limit, ref, repository } from '../github-calls/parameters.ts';

/** What code scanning found. */
export const listCodeScanningAlerts = readTool({
  name: 'github_list_code_scanning_alerts',
  description: 'Lists code-scanning alerts of a repository with their rule, severity and place.',
  permissions: { github: ['security_events:read'] },
  parameters: z.object({
    repository,
    state: z.enum(['open', 'dismissed', 'fixed']).default('open'),
    severity: z.enum(['critical', 'high', 'medium', 'low', 'warning', 'note', 'error']).optional(),
    ref: ref.optional().describe('branch; default: the default branch'),
    limit,
  }),
  example: { repository: 'octo/app', state: 'open' },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(input.limit, async paging => {
      const { data } = await octokit.rest.codeScanning.listAlertsForRepo({
        ...target,
        ...paging,
        state: input.state,
        ...(input.severity !== undefined && { severity: input.severity }),
        ...(input.ref !== undefined && { ref: input.ref }),
      });
      return data;
    });
    return listed('alerts', found, alert => ({
      number: alert.number,
      state: alert.state,
      rule: alert.rule.id ?? null,
      severity: alert.rule.security_severity_level ?? alert.rule.severity ?? null,
      description: alert.rule.description,
      tool: alert.tool.name,
      path: alert.most_recent_instance.location?.path ?? null,
      line: alert.most_recent_instance.location?.start_line ?? null,
      message: alert.most_recent_instance.message?.text ?? '',
      createdAt: alert.created_at,
      url: alert.html_url,
    }));
  },
});
