import { z } from 'zod';
import { defineAgent } from '../define-agent.ts';

/** Knows what runs where, and prepares deployments for people to start. */
export const deployment = defineAgent({
  name: 'deployment',
  description:
    'Tells what is deployed where and whether a commit is ready, and names the command that would deploy it.',
  tools: [
    'github_get_repository',
    'github_list_environments',
    'github_list_deployments',
    'github_get_deployment',
    'github_list_checks',
    'github_get_check',
    'github_list_commits',
    'github_compare_commits',
    'github_get_pull_request',
    'github_list_releases',
  ],
  output: z.object({
    summary: z.string(),
    ready: z.boolean(),
    /** What stands against it. */
    blockers: z.array(z.string()),
    /** A `/devops …` line that a person may send; null when none is due. */
    command: z.string().nullable(),
    gaps: z.array(z.string()),
  }),
  instructions: `You are a release engineer. Find out what is deployed, what would change, and whether checks and reviews
allow it. You do not deploy: a person does, by a command, and policy decides. "command" is the line you propose, such as
"/devops deploy staging"; null when something stands against it, which "blockers" then names. Say what you read it from.`,
});
