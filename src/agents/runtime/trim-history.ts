import type { AgentInputItem } from '@openai/agents';

/** Characters a token stands for, on the safe side. */
const charactersPerToken = 3;
/** Results of the newest calls are never shortened: the model has not used them yet. */
const keptItems = 6;

/** A request's history within its budget; `left` says what was taken out, undefined when nothing was. */
export type TrimmedHistory = {
  readonly items: readonly AgentInputItem[];
  readonly tokens: number;
  readonly left: string | undefined;
};

/** Tokens of a text or of items as JSON, estimated on the safe side. */
export function estimateTokens(value: unknown): number {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return Math.ceil(text.length / charactersPerToken);
}

/**
 * Keeps a long history within a number of tokens: first the oldest results of tools are replaced by a line that says
 * so, then the oldest calls go with their results. The question and the newest items stay. The same history gives the
 * same answer, so that a resumed run asks what it asked before.
 */
export function trimHistory(items: readonly AgentInputItem[], maxTokens: number): TrimmedHistory {
  let tokens = estimateTokens(items);
  if (tokens <= maxTokens) return { items, tokens, left: undefined };
  const trimmed = [...items];
  let shortened = 0;
  for (let index = 0; index < trimmed.length - keptItems && tokens > maxTokens; index += 1) {
    const item = trimmed[index];
    if (item === undefined || item.type !== 'function_call_result') continue;
    const short: AgentInputItem = {
      ...item,
      output: '(an earlier result, left out for want of space; call again if needed)',
    };
    const saved = estimateTokens(item) - estimateTokens(short);
    if (saved <= 0) continue;
    trimmed[index] = short;
    tokens -= saved;
    shortened += 1;
  }
  const { kept, removed } = dropOldestCalls(trimmed, tokens - maxTokens);
  return { items: kept, tokens: estimateTokens(kept), left: describe(shortened, removed) };
}

/** Takes out whole rounds, calls with their results: providers refuse one without the other. */
function dropOldestCalls(
  items: readonly AgentInputItem[],
  excessTokens: number,
): { readonly kept: readonly AgentInputItem[]; readonly removed: number } {
  const firstAnswer = items.findIndex(item => 'role' in item === false || item.role === 'assistant');
  if (excessTokens <= 0 || firstAnswer === -1) return { kept: items, removed: 0 };
  let end = firstAnswer;
  let saved = 0;
  while (saved < excessTokens) {
    const next = endOfRound(items, end);
    if (next === undefined || next > items.length - keptItems) break;
    saved += items.slice(end, next).reduce((sum, item) => sum + estimateTokens(item), 0);
    end = next;
  }
  return { kept: [...items.slice(0, firstAnswer), ...items.slice(end)], removed: end - firstAnswer };
}

/** Where the round that begins at `start` ends: after the last result of its calls. */
function endOfRound(items: readonly AgentInputItem[], start: number): number | undefined {
  let seenResult = false;
  for (let index = start; index < items.length; index += 1) {
    const isResult = items[index]?.type === 'function_call_result';
    if (seenResult && !isResult) return index;
    seenResult ||= isResult;
  }
  return undefined;
}

function describe(shortened: number, removed: number): string | undefined {
  if (shortened === 0 && removed === 0) return undefined;
  return 'earlier results of tools were left out of later requests: the conversation did not fit the model';
}
