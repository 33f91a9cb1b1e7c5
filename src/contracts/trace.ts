import type { AgentRunResult, AgentStep, ModelUsage } from './agent.ts';
import type { RepositoryKey } from './store.ts';

/** What one agent's run did, as kept in our own store. Secrets are masked before it is written. */
export type Trace = {
  /** 32 hexadecimal digits, as OpenTelemetry wants them; the same when the run is resumed. */
  readonly traceId: string;
  readonly runId: string;
  /** The workflow step it was; null otherwise. */
  readonly step: string | null;
  readonly agent: string;
  /** Null where it belongs to none. */
  readonly repository: RepositoryKey | null;
  readonly actor: string;
  readonly entry: string;
  /** ISO 8601; of the newest resumption. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly outcome: AgentRunResult['outcome'];
  /** Why it is not `completed`; null when it is. */
  readonly reason: string | null;
  readonly gaps: readonly string[];
  readonly usage: readonly ModelUsage[];
  readonly steps: readonly AgentStep[];
};
