/** What makes a flow a program of one class: its imports, source, sink and sanitizer. */
export type Scaffold = {
  readonly rule: string;
  readonly language: 'javascript' | 'python' | 'go' | 'java';
  /** Imports and declarations before the handler. */
  readonly top: string;
  readonly source: string;
  readonly sink: (value: string) => string;
  readonly safe: (value: string) => string;
  /** Of Go and Java: packages beyond those that every program imports. */
  readonly imports?: readonly string[];
  /** Names of flows that do not apply, such as a number where a number is as bad. */
  readonly except?: readonly string[];
};
