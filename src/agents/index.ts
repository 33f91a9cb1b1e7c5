import type { AgentDefinition } from '../contracts/agent.ts';
import { assistant } from './assistant/agent.ts';
import { code } from './code/agent.ts';
import { compliance } from './compliance/agent.ts';
import { deployment } from './deployment/agent.ts';
import { infrastructure } from './infrastructure/agent.ts';
import { monitoring } from './monitoring/agent.ts';
import { pipeline } from './pipeline/agent.ts';
import { remediation } from './remediation/agent.ts';
import { reporting } from './reporting/agent.ts';
import { scanner } from './scanner/agent.ts';
import { security } from './security/agent.ts';
import { securityCompliance } from './security-compliance/agent.ts';
import { triage } from './triage/agent.ts';

/** The agents of this release; a test proves that this and the folders agree. */
export const builtInAgents: readonly AgentDefinition[] = [
  assistant,
  code,
  compliance,
  deployment,
  infrastructure,
  monitoring,
  pipeline,
  remediation,
  reporting,
  scanner,
  security,
  securityCompliance,
  triage,
];
