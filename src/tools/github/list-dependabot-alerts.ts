import { z } from 'zod';
import { readTool } from '../github-calls/define-github-tool.ts';
import { repository } from '../github-calls/parameters.ts';

/** Vulnerable dependencies. */
export const listDependabotAlerts = readTool({
  name: 'github_list_dependabot_alerts',
  description:
    'Lists Dependabot alerts of a repository: the package, the advisory and the first version that is fixed.',
  permissions: { github: ['vulnerability_alerts:read'] },
  parameters: z.object({
    repository,
    state: z.enum(['open', 'dismissed', 'fixed', 'auto_dismissed']).default('open'),
    severity: z.enum(['critical', 'high', 'medium', 'low']).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  example: { repository: 'octo/app', severity: 'high' },
  async handle(input, _call, { octokit, target }) {
    const { data } = await octokit.rest.dependabot.listAlertsForRepo({
      ...target,
      state: input.state,
      ...(input.severity !== undefined && { severity: input.severity }),
      // Pages of this list are found by a cursor; one page holds all that is asked for.
      per_page: input.limit,
    });
    return {
      kind: 'ok',
      value: {
        alerts: data.map(alert => ({
          number: alert.number,
          state: alert.state,
          package: alert.dependency.package?.name ?? null,
          ecosystem: alert.dependency.package?.ecosystem ?? null,
          manifest: alert.dependency.manifest_path ?? null,
          scope: alert.dependency.scope ?? null,
          advisory: alert.security_advisory.ghsa_id,
          cve: alert.security_advisory.cve_id,
          severity: alert.security_advisory.severity,
          summary: alert.security_advisory.summary,
          vulnerable: alert.security_vulnerability.vulnerable_version_range,
          fixedIn: alert.security_vulnerability.first_patched_version?.identifier ?? null,
          url: alert.html_url,
        })),
      },
      ...(data.length >= input.limit && { cut: `the first ${input.limit}; there may be more` }),
    };
  },
});
