/** What a thrown error tells its catcher: a stable code, a text that is safe to show, and whether trying again can help. */
export type AppErrorOptions = {
  readonly code: string;
  /** Shown to users; never contains secrets, payloads or internals. Says what, where and the next step. */
  readonly publicMessage: string;
  /** Whether the same call may succeed later without anybody changing anything. Default: false. */
  readonly retryable?: boolean;
  readonly cause?: unknown;
};

/** A broken promise (never an expected "no": those are returned decisions). */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  readonly publicMessage: string;
  readonly retryable: boolean;

  constructor(options: AppErrorOptions) {
    super(`${options.code}: ${options.publicMessage}`, { cause: options.cause });
    this.code = options.code;
    this.publicMessage = options.publicMessage;
    this.retryable = options.retryable ?? false;
  }
}

/**
 * Thrown by a detector that cannot read a file of its own format: the file is then listed as not analysed, with
 * this reason, while the other detectors' findings in it stay.
 */
export class UnparsableError extends Error {
  override readonly name = 'UnparsableError';
  /** A short sentence without text of the file, for example `not valid YAML (line 3)`. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * The text of an error that may be shown to anybody: an AppError's own public message, otherwise a sentence
 * that gives nothing away.
 */
export function publicMessageOf(error: unknown): string {
  return error instanceof AppError
    ? error.publicMessage
    : 'An unexpected error occurred; the server log has the details.';
}
