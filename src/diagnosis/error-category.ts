import type { FailureCategory } from '../contracts/diagnosis.ts';

/** In their order, what the words of an exception say about its reason. */
const reasons: readonly (readonly [RegExp, FailureCategory])[] = [
  [/no space left|ENOSPC|disk quota exceeded/i, 'disk'],
  [
    /connection (?:refused|reset|timed out|aborted)|name or service not known|name resolution|network is unreachable|no route to host|max retries exceeded|UnknownHost|getaddrinfo|ECONNRE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|socket hang up|fetch failed/i,
    'network',
  ],
  [/too many requests|rate.?limit/i, 'rate-limit'],
  [/^PermissionError|permission denied|EACCES|AccessDenied/i, 'permission'],
];

/** Category of an exception that ended a program. */
export function categoryOfError(text: string): FailureCategory {
  return reasons.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}
