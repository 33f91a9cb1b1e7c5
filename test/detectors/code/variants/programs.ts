/** Bodies of handlers that use one library or another: each must (`ng`) or must not (`ok`) be reported. */
export type Programs = {
  readonly rule: string;
  readonly language: 'javascript' | 'python' | 'go' | 'java';
  readonly imports?: readonly string[];
  /** Declarations, or members of the class, before the handler. */
  readonly top?: string;
  readonly ng: readonly string[];
  readonly ok: readonly string[];
};

/** Whole files: each must (`ng`) or must not (`ok`) be reported. */
export type WholePrograms = {
  readonly rule: string;
  readonly path: string;
  readonly ng: readonly string[];
  readonly ok: readonly string[];
};
