import { z } from 'zod';
import { defineAgent, orchestratorLimits } from '../define-agent.ts';

/** The CI/CD pipeline's orchestrator. */
export const pipeline = defineAgent({
  name: 'pipeline',
  description:
    'CI/CD orchestrator: asks the infrastructure, code and deployment agents and puts their answers together.',
  tools: [],
  agents: ['infrastructure', 'code', 'deployment'],
  limits: orchestratorLimits,
  output: z.object({
    summary: z.string(),
    ready: z.boolean(),
    blockers: z.array(z.string()),
    command: z.string().nullable(),
    gaps: z.array(z.string()),
  }),
  instructions: `You lead a release through its stages. Ask infrastructure whether the ground holds, code whether the
change is sound, deployment whether it may go out; give each the whole question, because they hear nothing else. You are
ready only if all three are and none of them had a gap that matters. Blockers are theirs, in their words, with their name.
"command" is the deployment agent's, and null unless you are ready.`,
});
