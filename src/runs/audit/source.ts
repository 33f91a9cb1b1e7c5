import { setTimeout as wait } from 'node:timers/promises';
import type { AwsServices } from '../../clients/aws/aws-services.ts';
import type { AwsToolAccess, ReachedAws } from '../../clients/aws/tool-access.ts';
import type { ReadFailure } from '../../contracts/audit.ts';
import type { Read, RegionReads } from '../../controls/snapshot.ts';
import { AppError } from '../../errors.ts';

/** What reads are given: AWS in one region, within the limits. */
export type Source = {
  readonly region: string;
  /** Undefined when AWS did not tell. */
  readonly accountId: string | undefined;
  /** `aws`, `aws-cn`, `aws-us-gov`: the beginning of ARNs. */
  readonly partition: string;
  readonly services: AwsServices;
  /** The same account in another region. */
  readonly at: (region: string) => Source;
  /** Regions that are scanned. */
  readonly scanned: readonly string[];
  /** Carries out calls of one service when it is its turn. @throws FailedRead */
  readonly ask: <T>(service: keyof AwsServices, perform: () => Promise<T>, resource?: string) => Promise<T>;
  /** The same about one resource; its failure is that resource's alone. */
  readonly tryAsk: <T>(
    service: keyof AwsServices,
    resource: string,
    perform: () => Promise<T>,
  ) => Promise<Read<T>>;
  /** What another read of this region gave; it is made once. @throws FailedRead */
  readonly read: <Name extends keyof RegionReads>(name: Name) => Promise<RegionReads[Name]>;
  /** What an account-wide preparation gave; it is made once for the audit. @throws FailedRead */
  readonly once: <T>(name: string, perform: () => Promise<T>) => Promise<T>;
  readonly wait: (ms: number) => Promise<void>;
};

/** Ends a read; the audit goes on and says so. */
export class FailedRead extends Error {
  readonly failure: ReadFailure;
  constructor(failure: ReadFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** How the audit treats AWS. */
export type SourceLimits = {
  /** Calls that one service in one region is asked at the same time. */
  readonly concurrency: number;
  /** Longest a call may take with its retries and further pages, milliseconds. */
  readonly callTimeoutMs: number;
};

export const defaultLimits: SourceLimits = { concurrency: 16, callTimeoutMs: 60_000 };

/** Everything that an audit asks AWS through. */
export type Sources = {
  readonly at: (region: string) => Source;
  readonly failures: readonly ReadFailure[];
  /** Calls that were answered, and reads that failed. */
  readonly calls: () => number;
};

/** Makes the sources of one audit. */
export function createSources(options: {
  readonly access: AwsToolAccess;
  readonly runId: string;
  readonly actor: string;
  readonly limits: SourceLimits;
  readonly identity: () => Pick<Source, 'accountId' | 'partition' | 'scanned'>;
  readonly readRegion: <Name extends keyof RegionReads>(
    region: string,
    name: Name,
  ) => Promise<Read<RegionReads[Name]>>;
  readonly wait?: (ms: number) => Promise<void>;
}): Sources {
  const reached = new Map<string, ReachedAws>();
  const slots = new Map<string, Turns>();
  const prepared = new Map<string, Promise<unknown>>();
  const failures: ReadFailure[] = [];
  const reach = (region: string): ReachedAws => {
    const known = reached.get(region);
    if (known !== undefined) return known;
    const { runId, actor } = options;
    const made = options.access.reach({ as: 'reader', region, runId, actor });
    if (made.kind === 'unreachable') throw new AppError({ code: made.code, publicMessage: made.message });
    reached.set(region, made);
    return made;
  };
  const at = (region: string): Source => {
    const { services, failureOf } = reach(region);
    const ask: Source['ask'] = async (service, perform, resource) => {
      const key = `${service} ${region}`;
      const turns = slots.get(key) ?? createTurns(options.limits.concurrency);
      slots.set(key, turns);
      try {
        return await turns(() => within(options.limits.callTimeoutMs, perform));
      } catch (error) {
        if (error instanceof FailedRead) throw error;
        const failure = describeFailure(error, { failureOf, service, region, resource });
        failures.push(failure);
        throw new FailedRead(failure);
      }
    };
    return {
      ...options.identity(),
      region,
      services,
      at,
      ask,
      tryAsk: (service, resource, perform) => attempt(() => ask(service, perform, resource)),
      async read(name) {
        const read = await options.readRegion(region, name);
        if (read.kind === 'failed') throw new FailedRead(read.failure);
        return read.value;
      },
      async once<T>(name: string, perform: () => Promise<T>) {
        const known = prepared.get(name) ?? perform();
        prepared.set(name, known);
        return (await known) as T;
      },
      wait: options.wait ?? (ms => wait(ms)),
    };
  };
  const calls = (): number =>
    failures.length + [...reached.values()].reduce((sum, { requests }) => sum + requests.length, 0);
  return { at, failures, calls };
}

/** A read's value or its failure. Whatever goes wrong in one read must not end the audit. */
export async function attempt<T>(perform: () => Promise<T>): Promise<Read<T>> {
  try {
    return { kind: 'ok', value: await perform() };
  } catch (error) {
    const failure =
      error instanceof FailedRead
        ? error.failure
        : unreadable(error, { action: 'read', region: '', resource: null });
    return { kind: 'failed', failure };
  }
}

type Turns = <T>(perform: () => Promise<T>) => Promise<T>;

/** Lets `most` go at a time; the others wait in their order. */
function createTurns(most: number): Turns {
  let going = 0;
  const waiting: (() => void)[] = [];
  return async perform => {
    if (going >= most) await new Promise<void>(resolve => waiting.push(resolve));
    else going++;
    try {
      return await perform();
    } finally {
      const next = waiting.shift();
      // Whoever is next takes over the turn, so that nobody slips in between.
      if (next === undefined) going--;
      else next();
    }
  };
}

const timedOut = Symbol('timed out');

async function within<T>(timeoutMs: number, perform: () => Promise<T>): Promise<T> {
  const timer = new AbortController();
  const limit = wait(timeoutMs, timedOut, { signal: timer.signal });
  // The timer is aborted when the call ends first: nobody waits for it any more.
  limit.catch(() => undefined);
  try {
    const first = await Promise.race([perform(), limit]);
    if (first === timedOut) throw new TimeoutError(timeoutMs);
    return first as T;
  } finally {
    timer.abort();
  }
}

class TimeoutError extends Error {
  readonly seconds: number;
  constructor(timeoutMs: number) {
    super('timeout');
    this.seconds = Math.round(timeoutMs / 1_000);
  }
}

function describeFailure(
  error: unknown,
  place: {
    readonly failureOf: ReachedAws['failureOf'];
    readonly service: string;
    readonly region: string;
    readonly resource: string | undefined;
  },
): ReadFailure {
  const { service, region, resource = null } = place;
  const failure = place.failureOf(error);
  if (failure !== undefined) {
    const { action, kind, message, next } = failure;
    return { action, region, resource, code: kind, message: `${message} ${next}` };
  }
  const where = { action: service, region, resource };
  if (error instanceof TimeoutError)
    return {
      ...where,
      code: 'timeout',
      message: `${service} in ${region} did not answer within ${error.seconds} s.`,
    };
  if (error instanceof AppError) return { ...where, code: error.code, message: error.publicMessage };
  return unreadable(error, where);
}

function unreadable(error: unknown, where: Pick<ReadFailure, 'action' | 'region' | 'resource'>): ReadFailure {
  const name = error instanceof Error ? error.name : 'unknown error';
  return {
    ...where,
    code: 'unexpected',
    message: `What \`${where.action}\` answered could not be read (${name}).`,
  };
}
