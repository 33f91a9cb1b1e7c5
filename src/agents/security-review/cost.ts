import type { Config } from '../../contracts/config.ts';

/** Most tokens the model may answer with. */
export const maxOutputTokens = 6000;

/** Most input tokens within both the token limit and the money, an answer of full length set aside. */
export function affordableInputTokens(model: Config['model'], budgetUsd: number): number {
  const { price, maxInputTokens } = model;
  if (price === undefined || price.inputUsdPerMillion === 0) return maxInputTokens;
  const left = budgetUsd - (maxOutputTokens * price.outputUsdPerMillion) / 1_000_000;
  return Math.max(0, Math.min(maxInputTokens, Math.floor((left * 1_000_000) / price.inputUsdPerMillion)));
}
