/** One line of a job's log as a person reads it. */
export type LogLine = {
  /** 1-based. */
  readonly number: number;
  /** Without timestamp, escape sequences, carriage returns and the prefix of `gh run view --log`. Untrusted text. */
  readonly text: string;
  /** What `gh run view --log` and the log archive say about it. */
  readonly job: string | undefined;
  readonly step: string | undefined;
};

/** Longer lines are cut: minified sources and data in one line say nothing more, and cost time. Characters. */
const maxLineLength = 4_000;

/** The runner's timestamp: RFC 3339 with seven decimals, in UTC; GitLab's names its stream behind it. */
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z ?(?:\d\d[OE][ +])?/;
/** ECMA-48 control sequences, operating system commands, and what the runner writes when the escape is lost. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it is about.
// oxlint-disable-next-line no-control-regex -- these are the characters it is about.
const escapes = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\-_]/g;
/** `gh run view --log`: job, step and line, separated by tabs; unknown steps are written `UNKNOWN STEP`. */
const ghPrefix = /^(?<job>[^\t\n]{1,200})\t(?<step>[^\t\n]{1,200})\t(?=\ufeff?\d{4}-\d\d-\d\dT)/;

/** Reads one raw line. */
export function readLogLine(raw: string, number: number): LogLine {
  let text = raw.length > maxLineLength ? raw.slice(0, maxLineLength) : raw;
  let job: string | undefined;
  let step: string | undefined;
  if (text.includes('\t')) {
    const prefix = ghPrefix.exec(text);
    if (prefix !== null) {
      job = prefix.groups?.['job'];
      step = prefix.groups?.['step'];
      text = text.slice(prefix[0].length);
    }
  }
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) text = text.replace(timestamp, '');
  if (text.includes('\u001b')) text = text.replace(escapes, '');
  // A progress bar rewrites its line: what stands at the end is what one sees.
  if (text.includes('\r')) text = lastRewrite(text);
  if (text.startsWith('{"Time":')) text = goTestOutput(text);
  return { number, text, job, step };
}

/** `go test -json` puts each line of output into an event (https://pkg.go.dev/cmd/test2json). */
function goTestOutput(text: string): string {
  const output = /"Output":(?<text>"(?:[^"\\]|\\.)*")\}$/.exec(text)?.groups?.['text'];
  return output === undefined ? text : String(JSON.parse(output)).replace(/\n$/, '');
}

function lastRewrite(text: string): string {
  const parts = text.split('\r').filter(part => part !== '');
  return parts.at(-1) ?? '';
}
