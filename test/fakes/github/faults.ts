/** What goes wrong with requests, the next `times` times. All given conditions must hold. */
export type Fault = {
  /** `POST /repos/{owner}/{repo}/check-runs`, as GitHub's description names it; `POST /graphql`. */
  readonly operation?: string;
  /** Tried on the path as it was requested. */
  readonly path?: RegExp;
  times: number;
  /**
   * `error` answers `status` (502); `reset` cuts the connection; `delay` answers as ever, `delayMs` later (1000);
   * the rate limits answer 403 as GitHub does, the secondary one with `retry-after: 1`.
   */
  readonly kind: 'error' | 'reset' | 'delay' | 'secondary-rate-limit' | 'primary-rate-limit';
  readonly status?: number;
  /** Milliseconds. */
  readonly delayMs?: number;
};

/** The fault for a request, counted down. */
export function takeFault(
  faults: readonly Fault[],
  request: { readonly operation: string; readonly path: string },
): Fault | undefined {
  const fault = faults.find(
    ({ operation, path, times }) =>
      times > 0 &&
      (operation === undefined || operation === request.operation) &&
      (path === undefined || path.test(request.path)),
  );
  if (fault !== undefined) fault.times--;
  return fault;
}

/** What a fault answers instead. */
export function faultAnswer({ kind, status = 502 }: Fault): {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: { readonly message: string };
} {
  const nextHour = Math.ceil(Date.now() / 1000) + 3600;
  if (kind === 'primary-rate-limit') {
    return {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(nextHour) },
      json: { message: 'API rate limit exceeded for installation.' },
    };
  }
  if (kind === 'secondary-rate-limit') {
    const message =
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
    return { status: 403, headers: { 'retry-after': '1' }, json: { message } };
  }
  return { status, headers: {}, json: { message: status === 502 ? 'Bad Gateway' : 'Server Error' } };
}
