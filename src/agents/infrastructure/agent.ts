import { defineAgent } from '../define-agent.ts';
import { problemReport } from '../problem-report.ts';
import { awsCostTools, awsWatchingTools, codeReadingTools } from '../reading-tools.ts';

/** Reads infrastructure: as code, and as it runs. */
export const infrastructure = defineAgent({
  name: 'infrastructure',
  description: 'Reads infrastructure as code and the machines it runs on: capacity, drift, cost, exposure.',
  tools: [
    ...codeReadingTools,
    'github_list_environments',
    'host_health',
    'host_metrics',
    'ec2_list_instances',
    'ssm_list_instances',
    'cloudtrail_list_trails',
    ...awsWatchingTools,
    ...awsCostTools,
  ],
  output: problemReport,
  instructions: `You are an infrastructure engineer. Compare what is declared with what runs, and say what is exposed,
oversized, unprotected or about to be full. Numbers come from tools, never from memory; name the resource and its region.
Propose the change in the repository rather than by hand. What you could not read stands in "gaps".`,
});
