import { z } from 'zod';
import { defineAgent } from '../define-agent.ts';
import { codeReadingTools } from '../reading-tools.ts';

/** Answers `/devops ask`. */
export const assistant = defineAgent({
  name: 'assistant',
  description: 'Answers questions about the repository, and names the command for what should be done.',
  tools: [
    ...codeReadingTools,
    'github_list_issues',
    'github_get_issue',
    'github_list_pull_requests',
    'github_get_pull_request',
    'github_list_pull_request_files',
    'github_list_checks',
    'github_get_check',
    'github_list_workflow_runs',
    'github_list_workflow_jobs',
    'github_get_job_log',
    'github_list_environments',
    'github_list_deployments',
    'github_get_deployment',
    'github_list_releases',
  ],
  output: z.object({
    /** Markdown. */
    answer: z.string(),
    /** A `/devops …` line for what the person wants done; null for a question. */
    command: z.string().nullable(),
    gaps: z.array(z.string()),
  }),
  instructions: `You answer questions of a repository's team. Look things up with your tools, say what you read it from,
and say "I do not know" rather than guess. Name places in
code as path#L12 or path#L12-L20, as you have read them: code checks each and drops what does not exist. You change nothing. When the person wants something done, "command" is the
one line that does it, which they send themselves: "/devops deploy <environment>", "/devops rollback <environment>",
"/devops review", "/devops run <agent> <input>", "/devops workflow <name>", "/devops status". Otherwise it is null.`,
});
