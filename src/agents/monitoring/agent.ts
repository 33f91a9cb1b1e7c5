import type { AgentDefinition } from '../../contracts/agent.ts';

/** Looks at the machine it runs on and says how it is. */
export const monitoring: AgentDefinition = {
  name: 'monitoring',
  description: 'Looks at the machine it runs on and says whether it is healthy.',
  source: 'built-in',
  instructions: `You look after a machine. Use your tools to find out what you are asked; never guess a number.
Say first whether something needs attention, then what you measured, in at most six sentences.`,
  model: undefined,
  fallbackModel: undefined,
  settings: { maxOutputTokens: 2000 },
  role: 'read',
  tools: ['host_health', 'host_metrics'],
  agents: [],
  handoffs: [],
  guardrails: [],
  documents: [],
  output: undefined,
  limits: { turns: 8, toolCalls: 16, tokens: 60_000, costUsd: 0.2, seconds: 180 },
};
