import { defineAgent } from '../define-agent.ts';
import { problemReport } from '../problem-report.ts';

/** First of the compliance crew: finds. */
export const scanner = defineAgent({
  name: 'scanner',
  description: 'Collects what detectors, alerts and settings of the repository report, without judging it.',
  tools: [
    'github_get_repository',
    'github_list_files',
    'github_read_file',
    'github_list_code_scanning_alerts',
    'github_list_dependabot_alerts',
    'github_list_branches',
    'github_list_collaborators',
    'github_list_workflows',
    'github_list_issues',
  ],
  output: problemReport,
  instructions: `You collect security facts: alerts, settings, open issues about security. Report each as it was found,
with its source and the severity the source gives it. Do not add opinions, do not merge different findings, and list in
"gaps" every source you could not read.`,
});
