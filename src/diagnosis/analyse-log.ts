import type { Diagnosis, Failure, Place } from '../contracts/diagnosis.ts';
import { placeOf, type Recognition, weights } from './clue.ts';
import { Excerpts } from './excerpt.ts';
import { failureOf } from './failure.ts';
import { KeyBlocks } from './key-block.ts';
import { type LogLine, readLogLine } from './log-line.ts';
import { splitLines } from './split-lines.ts';
import { StepReader, type StepRecord } from './step-reader.ts';
import { recognitions } from './tools/index.ts';
import { combineTriggers, type Triggers } from './triggers.ts';
import { unwrapLine } from './wrapper-prefix.ts';

const triggers = combineTriggers(recognitions);

export type AnalyseLogOptions = {
  /** Takes secrets out of a text before it is kept. */
  readonly mask: (text: string) => string;
  /** Name of the job, where the log does not say it. */
  readonly job?: string;
  /** Problem matchers of the repository, which stand above what is known of tools. Default: none. */
  readonly matchers?: readonly Recognition[];
  /** The job is known to have failed, whatever its log marks. Default: false. */
  readonly failed?: boolean;
  /** Most failing steps that are told. Default 20. */
  readonly maxFailures?: number;
};

/**
 * Why a job failed, from its log alone: reads the runner's log as GitHub serves it (a job's raw log, a file of the log
 * archive, `gh run view --log`), or any program's output. Streams: holds a chunk and some hundred lines at a time.
 *
 * @param chunks UTF-8 bytes or text, cut anywhere.
 */
export async function analyseLog(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  options: AnalyseLogOptions,
): Promise<Diagnosis> {
  const reader = new LogReader(options);
  let bytes = 0;
  for await (const lines of splitLines(counted(chunks, size => (bytes += size)))) {
    for (const line of lines) reader.read(line);
  }
  return reader.end(bytes);
}

async function* counted(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array | string> {
  for await (const chunk of chunks) {
    count(typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk.byteLength);
    yield chunk;
  }
}

/** The runner's marks at the start of a line: a log shows `##[error]`, a program writes `::error::`. */
const mark =
  /^(?:##\[(?<name>[a-z]+)\]|::(?<command>error|warning|notice|debug|group|endgroup)(?: (?<properties>[^:]*(?:::?[^:]+)*?))?::)(?<text>.*)$/;

/** What act says itself: the step that begins, and with which code one ended. */
const actLine =
  /^\[[^[\]]{1,100}\] +(?:⭐ +Run (?:Main |Pre |Post )?(?<step>.+)|exitcode '(?<code>\d+)': failure)$/;

/** `file`, `line` and `col` of a workflow command; colons and commas in them are escaped. */
function placeIn(properties: string | undefined): Place | undefined {
  const value = (name: string): string | undefined =>
    new RegExp(`(?:^|,)${name}=(?<value>[^,]*)`).exec(properties ?? '')?.groups?.['value'];
  const path = value('file');
  return path === undefined || path === ''
    ? undefined
    : placeOf(path.replaceAll('%3A', ':').replaceAll('%2C', ','), value('line'), value('col'));
}

class LogReader {
  readonly #options: AnalyseLogOptions;
  readonly #excerpts = new Excerpts();
  readonly #keys = new KeyBlocks();
  readonly #failed: StepRecord[] = [];
  /** Failed steps beyond those kept. */
  #further = 0;
  #unmarked: StepRecord | undefined;
  /** The newest step that says something went wrong without being marked as failed. */
  #suspect: StepRecord | undefined;
  /** The runner has said its last word. */
  #complete = false;
  #structured = false;
  #inHeader = false;
  #namedByPrefix = false;
  #number = 0;
  #step: StepReader;
  readonly #recognitions: readonly Recognition[];
  readonly #triggers: Triggers;

  constructor(options: AnalyseLogOptions) {
    this.#options = options;
    const { matchers = [] } = options;
    this.#recognitions = [...matchers, ...recognitions];
    this.#triggers = {
      any: text => triggers.any(text) || matchers.some(({ trigger }) => trigger.test(text)),
    };
    this.#step = this.#begin(options.job, undefined);
  }

  read(raw: string): void {
    this.#number += 1;
    const read = readLogLine(raw, this.#number);
    const line = { ...read, text: this.#keys.hide(read.text) };
    this.#excerpts.push(line.number, line.text);
    this.#follow(line);
    const first = line.text.charCodeAt(0);
    // 35 is '#', 58 is ':'.
    const marked = first === 35 || first === 58 ? mark.exec(line.text) : null;
    const name = marked?.groups?.['name'] ?? marked?.groups?.['command'];
    if (name === undefined) {
      if (this.#inHeader) return;
      if (line.text.startsWith('Cleaning up orphan processes')) this.#complete = true;
      if (line.text === 'Post job cleanup.') this.#change(this.#step.job, 'Post job cleanup');
      // 91 is '['.
      if (first === 91 && this.#readAct(line)) return;
      this.#step.read(unwrapLine(line.text), line.number, false);
      return;
    }
    this.#marked(name, marked?.groups ?? {}, line);
  }

  end(bytes: number): Diagnosis {
    const last = this.#close();
    const cut = this.#structured && this.#failed.length === 0 ? this.#cutShort(last) : undefined;
    const unmarked = this.#unmarked === undefined ? [] : [this.#unmarked];
    const records = cut !== undefined ? [cut] : this.#structured ? this.#failed : unmarked;
    const failures: readonly Failure[] = records.flatMap(record => failureOf(record, this.#options.mask));
    const gaps =
      cut === undefined
        ? this.#gaps(failures, records.length + this.#further)
        : [
            this.#complete
              ? 'The log marks no step as failed; told is the newest that says something went wrong.'
              : 'The log ends before it says how its job did.',
          ];
    return {
      outcome: failures.length > 0 ? 'findings' : gaps.length > 0 ? 'incomplete' : 'passed',
      failures: [...failures],
      gaps: [...gaps],
      lines: this.#number,
      bytes,
    };
  }

  /**
   * The step in which a log without a mark of failure went wrong: where the job is known to have failed the newest that
   * says so, else the one that the log was cut in, if a tool named its error there.
   */
  #cutShort(last: StepRecord): StepRecord | undefined {
    if (this.#options.failed === true) return this.#suspect;
    return !this.#complete && (last.root?.weight ?? 0) >= weights.cause ? last : undefined;
  }

  #gaps(failures: readonly Failure[], failed: number): readonly string[] {
    if (this.#number === 0) return ['The log is empty.'];
    if (!this.#structured && failures.length === 0)
      return ['Nothing in the log says that something failed, and it is not a log of GitHub’s runner.'];
    return failed > failures.length
      ? [`${failed - failures.length} further failing steps are not shown.`]
      : [];
  }

  /** `gh run view --log` names job and step in front of every line. */
  #follow({ job, step }: LogLine): void {
    if (job === undefined) return;
    const known = step === undefined || step === 'UNKNOWN STEP' ? undefined : step;
    this.#namedByPrefix = known !== undefined;
    if (job !== this.#step.job || (known !== undefined && known !== this.#step.name))
      this.#change(job, known);
  }

  #readAct({ text, number }: LogLine): boolean {
    const groups = actLine.exec(text)?.groups;
    if (groups === undefined) return false;
    this.#structured = true;
    const { step, code } = groups;
    if (step !== undefined) this.#change(this.#step.job, `Run ${step}`);
    else this.#step.read(`Process completed with exit code ${code}.`, number, true);
    return true;
  }

  #marked(
    name: string,
    { text = '', properties }: Readonly<Record<string, string | undefined>>,
    { number }: LogLine,
  ): void {
    if (name === 'group' && text.startsWith('Run ')) {
      this.#structured = true;
      // The name that `gh` gives a step is the author's; the header only shows its first line.
      if (!this.#namedByPrefix) this.#change(this.#step.job, text);
      this.#inHeader = true;
    } else if (name === 'endgroup') {
      this.#inHeader = false;
    } else if (name === 'error') {
      this.#structured = true;
      this.#inHeader = false;
      this.#step.read(unwrapLine(text), number, true, placeIn(properties));
    }
  }

  #change(job: string | undefined, name: string | undefined): void {
    this.#close();
    this.#inHeader = false;
    this.#step = this.#begin(job, name);
  }

  #begin(job: string | undefined, name: string | undefined): StepReader {
    return new StepReader({
      job,
      name,
      recognitions: this.#recognitions,
      triggers: this.#triggers,
      excerpts: this.#excerpts,
    });
  }

  #close(): StepRecord {
    const record = this.#step.end();
    if (record.failed && this.#failed.length < (this.#options.maxFailures ?? 20)) this.#failed.push(record);
    else if (record.failed) this.#further += 1;
    else if (record.root !== undefined) {
      if (record.root.weight >= weights.verdict) this.#suspect = record;
      if (!this.#structured) this.#unmarked ??= record;
    }
    return record;
  }
}
