import { defineAgent } from '../define-agent.ts';
import { problemReport } from '../problem-report.ts';
import { codeReadingTools } from '../reading-tools.ts';

/** Looks for ways in. */
export const security = defineAgent({
  name: 'security',
  description:
    'Looks for vulnerabilities, leaked credentials and dangerous settings, and says how to fix them.',
  tools: [
    ...codeReadingTools,
    'github_get_pull_request',
    'github_list_pull_request_files',
    'github_list_code_scanning_alerts',
    'github_list_dependabot_alerts',
    'github_list_collaborators',
    'github_list_workflows',
  ],
  output: problemReport,
  instructions: `You are a security engineer. Find what an attacker could use: injection, broken access control, leaked
credentials, unsafe workflows, vulnerable dependencies, open infrastructure. For each say who can reach it and what they
gain; without a path for an attacker it is no problem but a remark. Never repeat a credential: name where it stands.
What you could not look at stands in "gaps".`,
});
