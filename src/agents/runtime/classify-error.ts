import { AppError } from '../../errors.ts';

/** Longest wait between two attempts, milliseconds, whatever `Retry-After` says. */
const maxWaitMs = 20_000;

/** What to do about a failed call of a model, and words about it that are safe to show. */
export type FailedCall = {
  /** Milliseconds to wait before the next attempt; undefined when another one cannot help. */
  readonly retryAfterMs: number | undefined;
  /** Name and status only: an SDK error's message and state can carry prompts and keys. */
  readonly reason: string;
};

/** No answer, or half of one; the SDKs' connection errors are plain `Error`s, their others have names. */
const connectionErrors: readonly string[] = [
  'Error',
  'TypeError',
  'TimeoutError',
  'APIConnectionError',
  'APIConnectionTimeoutError',
  'AI_APICallError',
  'ModelTimeoutError',
  'StreamCutError',
];

/**
 * Judges an error of a provider. Never retried: what the request itself is wrong about, and a spent quota, which
 * looks like a rate limit and does not pass.
 */
export function classifyError(error: unknown, attempt: number): FailedCall {
  if (error instanceof AppError) return { retryAfterMs: undefined, reason: error.publicMessage };
  if (!(error instanceof Error)) return { retryAfterMs: undefined, reason: 'unknown error' };
  const status = statusOf(error);
  const reason = status === undefined ? error.name : `${error.name} ${status}`;
  if (isQuota(error)) return { retryAfterMs: undefined, reason: `${reason}, the provider's quota is spent` };
  const isTransient =
    status === undefined
      ? connectionErrors.includes(error.name)
      : status === 408 || status === 409 || status === 429 || status >= 500;
  return { retryAfterMs: isTransient ? waitMs(error, attempt) : undefined, reason };
}

function statusOf(error: Error): number | undefined {
  // The AI SDK says `statusCode`, and 200 for an answer that broke off.
  const { status, statusCode } = error as { readonly status?: unknown; readonly statusCode?: unknown };
  const found = typeof status === 'number' ? status : statusCode;
  return typeof found === 'number' && found >= 400 ? found : undefined;
}

function isQuota(error: Error): boolean {
  if ('code' in error && error.code === 'insufficient_quota') return true;
  return 'responseBody' in error && /insufficient_quota|credit balance/.test(String(error.responseBody));
}

function waitMs(error: Error, attempt: number): number {
  const asked = Number(retryAfter(error) ?? Number.NaN);
  return Math.min(maxWaitMs, Number.isFinite(asked) ? asked * 1000 : 500 * 2 ** attempt);
}

function retryAfter(error: Error): string | null | undefined {
  if ('headers' in error && error.headers instanceof Headers) return error.headers.get('retry-after');
  if ('responseHeaders' in error && typeof error.responseHeaders === 'object')
    return (error.responseHeaders as Readonly<Record<string, string>> | null)?.['retry-after'];
  return undefined;
}
