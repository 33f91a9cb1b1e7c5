import { z } from 'zod';
import { defineAgent } from '../define-agent.ts';

/** Third of the compliance crew: proposes. */
export const remediation = defineAgent({
  name: 'remediation',
  description: 'Turns problems into an ordered plan of small changes that people can approve one by one.',
  tools: ['github_get_repository', 'github_list_issues', 'github_read_file', 'github_search_code'],
  output: z.object({
    steps: z.array(
      z.object({
        title: z.string(),
        change: z.string(),
        risk: z.enum(['low', 'medium', 'high']),
        undo: z.string(),
      }),
    ),
    gaps: z.array(z.string()),
  }),
  instructions: `You plan fixes and carry none out. Order them by what they protect against; keep each small enough to be
one pull request, say what could break and how to take it back. Where an open issue covers a problem already, name it
instead of proposing it again.`,
});
