import type { Clue } from './clue.ts';
import type { ExcerptLine } from './excerpt.ts';
import { isForeign } from './test-report.ts';
import { unwrapLine } from './wrapper-prefix.ts';

const shown = 5;

/** Lines that weigh less have nothing to do with the error. */
const least = -4.5;

/** What never says why: empty lines, rulers, legends, what a program or the runner says besides. */
const noise = new RegExp(
  [
    String.raw`^(?:==\d+==)?[\s|│╷╵╭╰─━═·]*$`,
    String.raw`^\s*[=_~*⎯-]{5,}`,
    String.raw`^\s*(?:- (?:Expected|Snapshot)\b|\+ (?:Received|Snapshot)\b|\+ expected - actual)`,
    String.raw`^##\[(?:group|endgroup|command|debug|section)\]|^##\[error\]Process completed with `,
    String.raw`^(?:\[command\]|Post job cleanup\.|Cleaning up orphan processes)`,
    String.raw`^npm (?:error|ERR!)\s*$|A complete log of this run can be found in|This is not necessarily a bug in npm`,
    String.raw`^ {2}package:(?:matcher|flutter_test|flutter|test_api|test)\b`,
    String.raw`RUST_BACKTRACE=|^stack backtrace:|^goroutine \d+ `,
    String.raw`Re-run Maven|To see the full stack trace|[Rr]un with --(?:stacktrace|info|debug|scan)`,
    String.raw`^(?:FAILED|ERROR) \S+\.py(?:::|$)`,
    String.raw`^\s*at (?:async )?(?:node:|internal\/|java\.base\/|(?:app\/\/)?org\.junit|jdk\.|sun\.|Function\.|process\.)`,
  ].join('|'),
);

/** Points at a column of the line above. */
const carets = /^[\s|│·^~]*$/;

/** What was expected beside what there is. */
const comparison =
  /^\W*(?:expected|received|actual|left|right|got|want|but was|diff)\b|^\s*[-+](?![-+]) ?\S|^E {2,}\S|^>\s+\S/i;

/**
 * The five lines that matter, of those around an error: its own, where it names the failure's place, what was expected, and
 * what stands nearest; of the same report before others, none from before the step's `first` line.
 */
export function chooseLines(
  around: readonly ExcerptLine[],
  root: Clue,
  first: number,
): readonly ExcerptLine[] {
  const names = placeNames(root);
  const lines = around
    .filter(({ line }) => line >= first)
    .map(entry => ({ ...entry, plain: unwrapLine(entry.text) }));
  const weighed = lines.flatMap(({ line, text, plain }, index) => {
    if (line === root.line) return [{ line, text, weight: Number.POSITIVE_INFINITY }];
    if (noise.test(plain)) return [];
    const follows = names(lines[index - 1]?.plain ?? '') && /^\s{2}/.test(plain) && !carets.test(plain);
    return [{ line, text, weight: weightOf({ line, plain }, root, { named: names(plain), follows }) }];
  });
  return weighed
    .filter(({ weight }) => weight >= least)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, shown)
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, text }) => ({ line, text }));
}

/** Nearer is better, and what follows an error says more about it than what came before. */
function weightOf(
  { line, plain }: { readonly line: number; readonly plain: string },
  root: Clue,
  { named, follows }: { readonly named: boolean; readonly follows: boolean },
): number {
  const distance = line > root.line ? line - root.line : 1.5 * (root.line - line);
  const [from, to] = root.report ?? [root.line, root.line];
  return (
    -distance +
    (from <= line && line <= to ? 8 : 0) +
    (named ? 12 : 0) +
    (follows ? 9 : 0) +
    (comparison.test(plain) ? 7 : 0) -
    (carets.test(plain) ? 6 : 0) -
    (!named && /^\s*[>➜]?\s*\d+\s*[|│▕]/.test(plain) ? 3 : 0) -
    (isForeign(plain) ? 8 : 0)
  );
}

/** Whether a line names the place of the error, in one of the ways in which programs write places. */
function placeNames({ place }: Clue): (text: string) => boolean {
  if (place === undefined || place.line === null) return () => false;
  const name = place.path.split('/').at(-1) ?? '';
  const written = [
    `${name}:${place.line}`,
    `${name}(${place.line}`,
    `${name}", line ${place.line}`,
    `${name} line ${place.line}`,
  ];
  const inPicture = new RegExp(`^\\s*[>➜]?\\s*${place.line}\\s*[|│▕]`);
  return text =>
    inPicture.test(text) ||
    written.some(way => {
      const at = text.indexOf(way);
      return at !== -1 && !/\d/.test(text[at + way.length] ?? '');
    });
}
