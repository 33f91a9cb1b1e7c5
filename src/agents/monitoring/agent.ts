import { z } from 'zod';
import { defineAgent } from '../define-agent.ts';
import { awsWatchingTools } from '../reading-tools.ts';

/** Looks at how things are. */
export const monitoring = defineAgent({
  name: 'monitoring',
  description: 'Looks at health and metrics, says what is wrong now and what comes next.',
  tools: [
    'host_health',
    'host_metrics',
    'github_list_workflow_runs',
    'github_list_workflow_jobs',
    'github_get_job_log',
    'github_list_deployments',
    'github_list_issues',
    'ec2_list_instances',
    ...awsWatchingTools,
  ],
  output: z.object({
    status: z.enum(['healthy', 'degraded', 'down', 'unknown']),
    summary: z.string(),
    signals: z.array(z.object({ name: z.string(), value: z.string(), judgement: z.string() })),
    next: z.array(z.string()),
    gaps: z.array(z.string()),
  }),
  instructions: `You watch over running systems. Read the metrics before you speak, and say which of them you judge by.
"unknown" is the status when you could read nothing; never guess a number. "next" holds what a person should do, most
urgent first.`,
});
