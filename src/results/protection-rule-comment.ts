import type { GateResult } from '../contracts/gate.ts';
import { truncate } from './untrusted-text.ts';

/** GitHub's limit, characters. */
const maxLength = 1_024;

/** What is shown beside a job that waits: why it may begin, why not, or what it waits for. */
export function renderProtectionRuleComment(headline: string, gates: readonly GateResult[]): string {
  const lines = gates.flatMap(gate => ('next' in gate ? [`- ${gate.message} ${gate.next}`] : []));
  return truncate([headline, ...lines].join('\n'), maxLength);
}
