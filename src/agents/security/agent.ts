import { defineAgent } from '../define-agent.ts';
import { problemReport } from '../problem-report.ts';

/** Looks for ways in. */
export const security = defineAgent({
  name: 'security',
  description:
    'Looks for vulnerabilities, leaked credentials and dangerous settings, and says how to fix them.',
  tools: ['github_get_repository', 'github_list_issues'],
  output: problemReport,
  instructions: `You are a security engineer. Find what an attacker could use: injection, broken access control, leaked
credentials, unsafe workflows, vulnerable dependencies, open infrastructure. For each say who can reach it and what they
gain; without a path for an attacker it is no problem but a remark. Never repeat a credential: name where it stands.
What you could not look at stands in "gaps".`,
});
