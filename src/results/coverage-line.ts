import type { ReviewResult } from '../contracts/result.ts';
import { codeSpan } from './untrusted-text.ts';
import { count } from './verdict.ts';

/** What the review looked at, how long it took and what it cost: `12 files (48 KB) · 61 rules · 0.8 s · no model`. */
export function coverageLine(result: ReviewResult, what: 'rules' | 'kinds of problems' = 'rules'): string {
  const { coverage, usage, hiddenCount, unverifiedAgentFindings } = result;
  const parts = [
    `${count(coverage.files, 'file')} (${bytes(coverage.bytes)})`,
    what === 'rules' ? count(coverage.rules, 'rule') : `${coverage.rules} ${what}`,
    duration(result.durationMs),
    usage.model === null ? 'no model' : modelUse(usage),
  ];
  if (hiddenCount > 0) parts.push(`${hiddenCount} not shown (threshold, excluded paths, ignore comments)`);
  if (unverifiedAgentFindings > 0)
    parts.push(`${count(unverifiedAgentFindings, 'unverified agent claim')} dropped`);
  return parts.join(' · ');
}

function modelUse(usage: ReviewResult['usage']): string {
  const tokens = (usage.inputTokens + usage.outputTokens).toLocaleString('en-US');
  const cost =
    usage.costUsd === null
      ? 'price not configured'
      : `$${usage.costUsd.toFixed(usage.costUsd < 0.1 ? 4 : 2)}`;
  return `${codeSpan(usage.model ?? '', 60)} ${tokens} tokens, ${cost}`;
}

function bytes(value: number): string {
  if (value < 1_000) return `${value} B`;
  return value < 1_000_000 ? `${Math.round(value / 1_000)} KB` : `${(value / 1_000_000).toFixed(1)} MB`;
}

function duration(milliseconds: number): string {
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1_000)} s`;
}
