import type { AgentDefinition } from '../contracts/agent.ts';
import { defaultLimits } from './custom/agent-file-schema.ts';

/** What distinguishes a built-in agent. */
export type BuiltInAgent = Pick<
  AgentDefinition,
  'name' | 'description' | 'instructions' | 'tools' | 'output'
> &
  Partial<Pick<AgentDefinition, 'role' | 'agents' | 'handoffs' | 'guardrails' | 'documents' | 'limits'>>;

/** Makes a built-in agent: of the configured model, a reader unless it says otherwise. */
export function defineAgent(agent: BuiltInAgent): AgentDefinition {
  return {
    source: 'built-in',
    model: undefined,
    fallbackModel: undefined,
    settings: {},
    role: 'read',
    agents: [],
    handoffs: [],
    guardrails: [],
    documents: ['repository-facts'],
    limits: defaultLimits,
    ...agent,
  };
}

/** Limits of agents that ask others: their work counts for the whole. */
export const orchestratorLimits: AgentDefinition['limits'] = {
  turns: 40,
  toolCalls: 120,
  tokens: 600_000,
  costUsd: 2,
  seconds: 900,
};
