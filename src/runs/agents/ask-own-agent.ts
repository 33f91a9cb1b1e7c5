import type { z } from 'zod';
import type { AgentMaterial, AgentRunResult } from '../../contracts/agent.ts';

/** Asks one of a run's own agents, which have no tools; `material` is data. */
export type AskOwnAgent = (asked: {
  readonly agent: string;
  readonly input: string;
  readonly material: readonly AgentMaterial[];
}) => Promise<AgentRunResult>;

/** An answer of the right shape, or why there is none; the reason is undefined where no model is configured. */
export function readAnswer<Output>(
  schema: z.ZodType<Output>,
  result: AgentRunResult,
): { readonly kind: 'read'; readonly output: Output } | { readonly kind: 'none'; readonly reason?: string } {
  if (result.outcome === 'failed' && result.code === 'no-model') return { kind: 'none' };
  const output = result.outcome === 'completed' ? schema.safeParse(result.output).data : undefined;
  if (output !== undefined) return { kind: 'read', output };
  const why = 'reason' in result ? `${result.outcome}, ${result.reason}` : result.outcome;
  return { kind: 'none', reason: `No model explained it: ${why}.` };
}
