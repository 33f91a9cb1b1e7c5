import type { AgentDefinition } from '../contracts/agent.ts';
import { monitoring } from './monitoring/agent.ts';

/** Every built-in agent. */
export const builtInAgents: readonly AgentDefinition[] = [monitoring];
