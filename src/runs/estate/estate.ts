import type { AwsFailure } from '../../clients/aws/aws-failure.ts';
import type { AwsServices } from '../../clients/aws/aws-services.ts';
import type { AwsToolAccess } from '../../clients/aws/tool-access.ts';
import type { Reading } from '../../contracts/estate.ts';
import { AppError } from '../../errors.ts';

/** One region, to be read as the reader. */
export type EstateRegion = {
  readonly region: string;
  /**
   * One reading, within the limits of all of them; a denied, failed or slow one is told, not thrown. `collect` hands
   * the signal on to every call.
   * @throws AppError `aws-no-credentials`, `aws-expired-credentials`: no other reading can succeed.
   */
  read<T>(
    collect: (
      services: AwsServices,
      signal: AbortSignal,
    ) => Promise<{ readonly value: T; readonly cut?: string | undefined }>,
  ): Promise<Reading<T>>;
};

/** Readings at once, over all regions: AWS's limits are per account and region, the process's memory is one. */
const maxAtOnce = 8;
/** Longest that one reading may take, milliseconds. */
const patienceMs = 60_000;

/** Reads an account's regions side by side, but never more than eight things at once. */
export function createEstate(options: {
  readonly access: AwsToolAccess;
  readonly actor: string;
  readonly runId: string;
  /** Default: a minute. */
  readonly patienceMs?: number;
}): (region: string) => EstateRegion {
  const { access, actor, runId } = options;
  const patience = options.patienceMs ?? patienceMs;
  const enter = createGate(maxAtOnce);
  return region => ({
    region,
    async read(collect) {
      const reached = access.reach({ as: 'reader', region, actor, runId });
      if (reached.kind === 'unreachable') {
        return { kind: 'unread', code: reached.code, why: reached.message };
      }
      return await enter(async () => {
        try {
          const { value, cut } = await within(patience, signal => collect(reached.services, signal));
          return { kind: 'read', value, cut };
        } catch (error) {
          if (error instanceof TooSlow) {
            const why = `AWS in ${region} did not answer within ${patience / 1000} seconds.`;
            return { kind: 'unread', code: 'aws-slow', why };
          }
          const failure = reached.failureOf(error);
          if (failure === undefined) throw error;
          assertCredentials(failure);
          return { kind: 'unread', code: `aws-${failure.kind}`, why: failure.message };
        }
      });
    },
  });
}

/** Without credentials every other reading would fail alike. */
function assertCredentials({ kind, message, next }: AwsFailure): void {
  if (kind === 'no-credentials' || kind === 'expired-credentials')
    throw new AppError({ code: `aws-${kind}`, publicMessage: `${message} ${next}` });
}

class TooSlow extends Error {}

/** Ends the wait even where a client does not heed its signal. */
async function within<T>(ms: number, perform: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { promise: tooSlow, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new TooSlow());
    controller.abort();
  }, ms);
  try {
    return await Promise.race([perform(controller.signal), tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets so many in at once; the others wait in order. */
function createGate(most: number): <T>(perform: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async perform => {
    if (inside >= most) await new Promise<void>(resolve => waiting.push(resolve));
    else inside += 1;
    try {
      return await perform();
    } finally {
      const next = waiting.shift();
      // The place is handed over, so that nobody slips in between.
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}
