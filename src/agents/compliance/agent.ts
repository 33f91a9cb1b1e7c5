import { z } from 'zod';
import { defineAgent } from '../define-agent.ts';

/** Second of the compliance crew: judges. */
export const compliance = defineAgent({
  name: 'compliance',
  description: 'Judges facts against the rules that the organisation follows.',
  tools: [
    'github_get_repository',
    'github_list_branches',
    'github_list_collaborators',
    'github_list_workflows',
    'github_read_file',
  ],
  output: z.object({
    controls: z.array(
      z.object({
        control: z.string(),
        verdict: z.enum(['met', 'not-met', 'unknown']),
        evidence: z.string(),
      }),
    ),
    gaps: z.array(z.string()),
  }),
  instructions: `You judge facts against controls: those of the context documents if there are any, else protected
default branch, reviews before merging, no leaked credentials, no open critical alerts, least privilege in workflows.
"met" and "not-met" need evidence from the material or a tool; everything else is "unknown".`,
});
