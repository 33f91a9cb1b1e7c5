import type { FailureCategory } from '../contracts/diagnosis.ts';
import { type BlockLine, findLine, recogniseBlocks } from './block.ts';
import { type Clue, placeOf, type Recognition, weights } from './clue.ts';

/** How a test runner reports one failed test. */
export type TestReport = {
  readonly tool: string;
  /** The report's first line; captures `test`, and where they stand there `path`, `line`, `column`, `message`. */
  readonly start: RegExp;
  readonly end: RegExp;
  readonly maxLines?: number;
  /** A line without which it is another runner's report. */
  readonly requires?: RegExp;
  /** A line with which it is only the sum of other reports. */
  readonly unless?: RegExp;
  /** What a report without a reason is: a suite, whose tests have their own reports, or a test. Default: `suite`. */
  readonly bare?: 'suite' | 'test';
  /** The line that says what went wrong, captured as `message`; the first that one of them fits, in their order. */
  readonly messages: readonly RegExp[];
  /** Places in the report, captured as `path`, `line`, `column`; the first that is the repository's own. */
  readonly places?: readonly RegExp[];
  /**
   * A frame of a stack whose innermost comes last, as Python's: the last of the repository's own before the message is the
   * place, unless one of `raised` says where it was raised.
   */
  readonly innermost?: readonly RegExp[];
  readonly raised?: RegExp;
  /** Default: `test`. */
  readonly category?: (message: string) => FailureCategory;
};

/** A test runner's failures, one clue each. */
export function recogniseTests(report: TestReport): Recognition {
  const { tool, start, end, maxLines = 80 } = report;
  return recogniseBlocks({ tool, start, end, maxLines, read: lines => readReport(report, lines) });
}

function readReport(report: TestReport, lines: readonly BlockLine[]): readonly Clue[] {
  const [first, ...rest] = lines;
  const head = report.start.exec(first?.text ?? '')?.groups;
  if (first === undefined || head === undefined) return [];
  if (report.requires !== undefined && findLine(rest, report.requires) === undefined) return [];
  if (report.unless !== undefined && findLine(rest, report.unless) !== undefined) return [];
  const said = messageOf(report, rest);
  const bareWeight = report.bare === 'test' ? weights.verdict + 2 : weights.verdict;
  const message = (head['message'] ?? said?.text ?? head['test'] ?? first.text).trim();
  const place =
    head['path'] !== undefined && head['line'] !== undefined
      ? placeOf(head['path'], head['line'], head['column'])
      : (innermostPlace(report, rest, said?.number) ??
        placeIn(report.places ?? [], rest) ??
        (head['path'] === undefined ? undefined : placeOf(head['path'])));
  return [
    {
      tool: report.tool,
      category: report.category?.(message) ?? 'test',
      line: (head['message'] ?? '') === '' ? (said?.number ?? first.number) : first.number,
      message,
      weight: said === undefined && head['message'] === undefined ? bareWeight : weights.cause,
      ...(place === undefined ? {} : { place }),
      ...(head['test'] === undefined ? {} : { test: head['test'].trim().replace(/\s+/g, ' ') }),
    },
  ];
}

function messageOf(
  { messages }: TestReport,
  lines: readonly BlockLine[],
): { readonly text: string; readonly number: number } | undefined {
  for (const pattern of messages) {
    const found = findLine(lines, pattern);
    if (found !== undefined) return { text: found.groups['message'] ?? found.text, number: found.number };
  }
  return undefined;
}

function innermostPlace(
  { innermost, raised }: TestReport,
  lines: readonly BlockLine[],
  message: number | undefined,
): Clue['place'] {
  if (innermost === undefined) return undefined;
  const before = lines.filter(({ number }) => message === undefined || number < message);
  return (
    (raised === undefined ? undefined : placeIn([raised], lines)) ?? placeIn(innermost, before.toReversed())
  );
}

/** Frames of the platform and of installed packages say nothing about the repository. */
const foreign =
  /node_modules|node:|site-packages|\/lib\/python|\/usr\/(?:lib|local)|\/rustc\/|\.cargo\/registry|\/go\/pkg\/mod|\/hostedtoolcache\/|internal\/process/;

/** Whether a path is of the platform or of an installed package. */
export function isForeign(path: string): boolean {
  return foreign.test(path);
}

/** The first place in a report that is the repository's own. */
export function placeIn(patterns: readonly RegExp[], lines: readonly BlockLine[]): Clue['place'] {
  for (const pattern of patterns) {
    for (const { text } of lines) {
      const groups = pattern.exec(text)?.groups;
      const path = groups?.['path'];
      if (path !== undefined && !isForeign(path)) return placeOf(path, groups?.['line'], groups?.['column']);
    }
  }
  return undefined;
}

/** A frame of a JavaScript stack: `at name (path:line:column)`, Vitest's `❯ name path:line:column`. */
export const javascriptFrame =
  /^\s*(?:at |❯ (?:[\w.$<>]+ )?)(?:.*?\()?(?:async )?(?:file:\/\/)?(?<path>(?:[A-Za-z]:)?[^\s():]+):(?<line>\d+):(?<column>\d+)\)?/;

/** Whether a message is about code that is not there rather than about behaviour. */
export function missingModule(message: string): FailureCategory {
  return /Cannot find (?:module|package) '(?!\.)|No module named|Failed to resolve import "(?!\.)|cannot load such file/.test(
    message,
  )
    ? 'dependency'
    : 'test';
}
