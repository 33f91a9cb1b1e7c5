import type { ModelUsage } from '../contracts/agent.ts';

/** Usage put together by model; a cost is unknown as soon as a part of it is. */
export function mergeUsage(parts: readonly ModelUsage[]): readonly ModelUsage[] {
  const byModel = new Map<string, ModelUsage>();
  for (const part of parts) {
    const known = byModel.get(part.model);
    const costs = [known?.costUsd ?? (known === undefined ? 0 : null), part.costUsd];
    byModel.set(part.model, {
      model: part.model,
      requests: (known?.requests ?? 0) + part.requests,
      inputTokens: (known?.inputTokens ?? 0) + part.inputTokens,
      outputTokens: (known?.outputTokens ?? 0) + part.outputTokens,
      costUsd: costs.some(cost => cost === null)
        ? null
        : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
    });
  }
  return [...byModel.values()];
}

/** What was used in all: unknown costs count as nothing. */
export function totalOf(usage: readonly ModelUsage[]): { readonly tokens: number; readonly costUsd: number } {
  return {
    tokens: usage.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    costUsd: usage.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0),
  };
}
