/** What a job's log says went wrong. Line numbers count from 1. */
export type LogExcerpts = {
  readonly lines: number;
  readonly excerpts: readonly { readonly from: number; readonly to: number; readonly text: string }[];
};

/** Lines shown before and after a line that tells of an error. */
const before = 8;
const after = 3;
/** Lines shown from the end where nothing tells of an error. */
const tail = 60;
const maxExcerpts = 12;
const maxLineLength = 500;

/** GitHub's own mark of an error, and what compilers, test runners and package managers write. */
const error =
  /##\[error\]|\b(?:error|fatal|failed|failure|panic|exception|traceback|assertionerror)\b|npm ERR!|\bE[A-Z]{4,}\b|✗|✕|exit code [1-9]/i;
/** Sentences that only count errors. */
const harmless = /\b(?:0|no) (?:errors?|failures?|failed)\b|continue-on-error|--fail|error-?free/i;

/** Picks the places of a log that tell of an error, or its end. Timestamps and terminal colours are taken off. */
export function logExcerpts(log: string): LogExcerpts {
  const lines = log.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map(cleanLine);
  const marked = lines.flatMap((line, index) => (isError(line) ? [index] : []));
  // GitHub's own marks are surer than words.
  const sure = marked.filter(index => lines[index]?.includes('##[error]'));
  const chosen = sure.length > 0 ? sure : marked;
  const spans = joined(
    chosen.map(index => [Math.max(0, index - before), Math.min(lines.length - 1, index + after)]),
  );
  const shown =
    spans.length > 0
      ? spans.slice(-maxExcerpts)
      : [[Math.max(0, lines.length - tail), lines.length - 1] as const];
  return {
    lines: lines.length,
    excerpts: shown.map(([from, to]) => ({
      from: from + 1,
      to: to + 1,
      text: lines.slice(from, to + 1).join('\n'),
    })),
  };
}

function isError(line: string): boolean {
  return error.test(line) && !harmless.test(line);
}

function cleanLine(line: string): string {
  return (
    line
      .replace(/^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z /, '')
      // oxlint-disable-next-line no-control-regex -- escape sequences of terminals start with one.
      .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
      .slice(0, maxLineLength)
  );
}

function joined(spans: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const result: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
