import type { FailureCategory, Place } from '../contracts/diagnosis.ts';

/**
 * How much a clue says about why a step failed; the heaviest wins, then the earliest. `job`: the runner ended it.
 * `resource`: the machine gave out under whatever ran. `cause`: a tool named its error. `general`: an error in general
 * words, which may also be what a failing test prints. `verdict`: something failed, told by who called it. `exit`: only
 * the exit code is known.
 */
export const weights = { job: 100, resource: 90, cause: 80, general: 60, verdict: 40, exit: 10 } as const;

/** One line of a log that says something about why a step failed. */
export type Clue = {
  readonly category: FailureCategory;
  readonly tool: string;
  /** 1-based line of the log. */
  readonly line: number;
  readonly message: string;
  readonly weight: number;
  readonly place?: Place;
  readonly code?: string;
  /** Name of the test, when it is one that failed. */
  readonly test?: string;
  /** First and last line of the report that it was read from, where that is more than its line. */
  readonly report?: readonly [number, number];
};

/** Reads a step's output line by line. Holds state: make one per step. */
export type Recogniser = {
  /** Whether it wants the next line, whatever that is. */
  readonly open: boolean;
  read(text: string, number: number): void;
  /** The step has ended. */
  end?(): void;
};

/** Knows the output of one program. */
export type Recognition = {
  readonly tool: string;
  /** A line that may be the first of something; every other is only shown to an open recogniser. */
  readonly trigger: RegExp;
  readonly create: (emit: (clue: Clue) => void) => Recogniser;
};

/** A place from what patterns captured; an absent or impossible line is null. */
export function placeOf(path: string, line?: string, column?: string): Place {
  return { path: repositoryPath(path), line: positive(line), column: positive(column) };
}

function positive(text: string | undefined): number | null {
  const value = Number(text);
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** Where GitHub's runners check out: `/home/runner/work/<repository>/<repository>/`, `D:\a\<r>\<r>\`, containers' `/__w/<r>/<r>/`. */
const checkout =
  /^(?:\/home\/runner\/work\/[^/]+\/[^/]+\/|\/Users\/runner\/work\/[^/]+\/[^/]+\/|\/__w\/[^/]+\/[^/]+\/|\/github\/workspace\/|[A-Za-z]:\/a\/[^/]+\/[^/]+\/)/;

/** A tool's path as one of the repository: forward slashes, without the runner's folders, `file://` and `./`. */
export function repositoryPath(path: string): string {
  return path
    .trim()
    .replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, '')
    .replaceAll('\\', '/')
    .replace(checkout, '')
    .replace(/^\.\//, '');
}
