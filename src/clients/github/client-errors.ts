import { AppError } from '../../errors.ts';
import { statusOf } from './status-of.ts';

/**
 * The same client, whose failures are `AppError`s: retryable where the same call may succeed later (5xx, rate
 * limits, no answer), with a sentence that is safe to show. The cause keeps the details.
 */
export function withClientErrors<Client extends object>(client: Client): Client {
  return new Proxy(client, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        try {
          return (await Reflect.apply(method, target, args)) as unknown;
        } catch (cause) {
          throw toAppError(cause, String(name));
        }
      };
    },
  });
}

/** An error of a call to GitHub, for the engine and for people. */
export function toAppError(cause: unknown, call: string): AppError {
  if (cause instanceof AppError) return cause;
  const status = statusOf(cause);
  const limited =
    status === 429 || (status === 403 && cause instanceof Error && /rate limit/i.test(cause.message));
  const retryable = limited || status === undefined || status >= 500;
  const what = limited
    ? 'limits our requests'
    : status === undefined
      ? 'did not answer as documented'
      : `answered ${status}`;
  return new AppError({
    code: 'github-failed',
    publicMessage: `GitHub ${what} (${call}).`,
    retryable,
    cause,
  });
}
