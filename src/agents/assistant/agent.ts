import { z } from 'zod';
import { defineAgent } from '../define-agent.ts';

/** Answers `/devops ask`. */
export const assistant = defineAgent({
  name: 'assistant',
  description: 'Answers questions about the repository, and names the command for what should be done.',
  tools: ['github_get_repository', 'github_list_issues'],
  output: z.object({
    /** Markdown. */
    answer: z.string(),
    /** A `/devops …` line for what the person wants done; null for a question. */
    command: z.string().nullable(),
    gaps: z.array(z.string()),
  }),
  instructions: `You answer questions of a repository's team. Look things up with your tools, say what you read it from,
and say "I do not know" rather than guess. You change nothing. When the person wants something done, "command" is the
one line that does it, which they send themselves: "/devops deploy <environment>", "/devops rollback <environment>",
"/devops review", "/devops run <agent> <input>", "/devops workflow <name>", "/devops status". Otherwise it is null.`,
});
