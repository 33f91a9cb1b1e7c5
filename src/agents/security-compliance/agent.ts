import { z } from 'zod';
import { defineAgent, orchestratorLimits } from '../define-agent.ts';

/** The compliance crew's orchestrator. */
export const securityCompliance = defineAgent({
  name: 'security-compliance',
  description:
    'Security and compliance orchestrator: scanner, compliance, remediation and reporting, one after the other.',
  tools: [],
  agents: ['scanner', 'compliance', 'remediation', 'reporting'],
  limits: orchestratorLimits,
  output: z.object({
    verdict: z.enum(['compliant', 'not-compliant', 'unknown']),
    report: z.string(),
    steps: z.array(z.string()),
    gaps: z.array(z.string()),
  }),
  instructions: `You lead a security audit. Ask scanner for the facts, give them to compliance, give what is not met to
remediation, and everything to reporting, whose report is yours. Pass on what they said in full: they hear nothing else.
"compliant" needs every control met; "unknown" is the verdict when one could not be judged and none is broken. Gaps of
anybody are gaps of yours.`,
});
