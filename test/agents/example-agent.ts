import { defaultLimits } from '../../src/agents/custom/agent-file-schema.ts';
import type { AgentDefinition } from '../../src/contracts/agent.ts';

/** An agent with what the test is about. */
export function exampleAgent(name: string, part: Partial<AgentDefinition> = {}): AgentDefinition {
  return {
    name,
    description: `The agent ${name}.`,
    source: 'built-in',
    instructions: 'Do your work.',
    model: undefined,
    fallbackModel: undefined,
    settings: {},
    role: 'read',
    tools: [],
    agents: [],
    handoffs: [],
    guardrails: [],
    documents: [],
    output: undefined,
    limits: defaultLimits,
    ...part,
  };
}
