/** Values a log field may have; objects are left out on purpose, they carry payloads and SDK state. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * The logger every part is given: a static message plus flat fields (`runId`, `deliveryId`, `repository`,
 * `step`, `durationMs`, `reasonCode`). Never secrets, prompts or payloads.
 */
export type Logger = {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** A logger that adds the given fields to every line. */
  child(fields: LogFields): Logger;
};

/** A logger that writes nothing: for tests and single-shot entries that report in another way. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLogger,
};

/** Name and code of an error, without its message or state, for a log line. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  return { errorName: error.name, errorCode: code, errorStatus: status };
}
