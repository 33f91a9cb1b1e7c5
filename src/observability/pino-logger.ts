import { type Logger as Pino, pino } from 'pino';
import { errorFields, type LogFields, type Logger } from '../logger.ts';

/** Levels in the order of pino. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * The process's logger: one JSON line per entry on standard output. Errors are reduced to name, code and
 * status, and webhook events to their id and name, because Probot logs both whole: payloads and SDK state
 * must not reach a log.
 */
export function createPinoLogger(level: LogLevel): { readonly logger: Logger; readonly pino: Pino } {
  const instance = pino({
    level,
    base: {},
    serializers: { err: errorFields, error: errorFields, event: eventFields },
    hooks: {
      logMethod(args, method) {
        const [first] = args;
        // `log.error(error)` would make the error's message the line; it can quote what was sent.
        if (first instanceof Error) method.call(this, errorFields(first), 'Probot reported an error');
        else method.apply(this, args);
      },
    },
  });
  // Octokit's request log puts the whole request body into its fields at the level `debug`.
  const vendor = instance.child({}, { formatters: { log: vendorFields } });
  return { logger: adapt(instance), pino: vendor };
}

/** What Probot and Octokit may log besides a line's message; everything else can carry payloads. */
const vendorKeys: readonly string[] = [
  'err',
  'error',
  'event',
  'id',
  'name',
  'errorName',
  'errorCode',
  'errorStatus',
];

function vendorFields(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => vendorKeys.includes(key)));
}

function eventFields(event: unknown): LogFields {
  if (typeof event !== 'object' || event === null) return {};
  const id = 'id' in event && typeof event.id === 'string' ? event.id : undefined;
  const name = 'name' in event && typeof event.name === 'string' ? event.name : undefined;
  return { id, name };
}

function adapt(instance: Pino): Logger {
  return {
    debug: (message, fields) => instance.debug(fields ?? {}, message),
    info: (message, fields) => instance.info(fields ?? {}, message),
    warn: (message, fields) => instance.warn(fields ?? {}, message),
    error: (message, fields) => instance.error(fields ?? {}, message),
    child: fields => adapt(instance.child(fields)),
  };
}
