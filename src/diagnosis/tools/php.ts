import { type BlockLine, recogniseBlocks } from '../block.ts';
import { type Clue, placeOf, type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';
import { recogniseTests } from '../test-report.ts';

/** Pest, and PHPUnit as Laravel prints it. */
const pest = recogniseTests({
  tool: 'pest',
  start: /^ {2,3}FAILED {2}(?<test>\S.*?)(?: {2,}\S*)? *$/,
  end: /^ {2}─{10,}|^ {2}Tests: /,
  messages: [/^ {2}(?<message>(?!at )\S.*?) *$/],
  places: [/^ {2}at (?<path>\S+\.php):(?<line>\d+)$/],
});

/** Rows of a table under a file's name. */
function rowsOf(
  tool: string,
  lines: readonly BlockLine[],
  how: { readonly path: RegExp; readonly row: RegExp; readonly category: 'lint' | 'type' },
): readonly Clue[] {
  const path = how.path.exec(lines[0]?.text ?? '')?.groups?.['path'];
  if (path === undefined) return [];
  return lines.slice(1).flatMap(({ text, number }) => {
    const row = how.row.exec(text)?.groups;
    if (row === undefined) return [];
    const place = placeOf(path, row['line']);
    return [
      {
        tool,
        category: how.category,
        line: number,
        message: row['message'] ?? '',
        weight: weights.cause,
        place,
      },
    ];
  });
}

const phpstan = recogniseBlocks({
  tool: 'phpstan',
  start: /^ {1,2}Line {2,}\S+\.php/,
  maxLines: 300,
  read: lines =>
    rowsOf('phpstan', lines, {
      path: /^ {1,2}Line {2,}(?<path>\S+\.php)/,
      row: /^ {1,2}:?(?<line>\d+) {2,}(?<message>\S.*?) *$/,
      category: 'type',
    }),
});
const phpcs = recogniseBlocks({
  tool: 'phpcs',
  start: /^FILE: \S+\.php$/,
  end: /^(?:FILE: |Time: |\s*$)/,
  maxLines: 500,
  read: lines =>
    rowsOf('phpcs', lines, {
      path: /^FILE: (?<path>\S+)$/,
      row: /^ *(?<line>\d+) \| ERROR +\| (?:\[.\] )?(?<message>\S.*?) *$/,
      category: 'lint',
    }),
});
const psalm = recogniseLines('psalm', /^ERROR: \w+ - \S+\.php:\d+/, [
  {
    pattern:
      /^ERROR: (?<code>\w+) - (?<path>\S+\.php):(?<line>\d+):(?<column>\d+) - (?<message>.+?)(?: \(see .+\))?$/,
    category: 'type',
  },
]);

/** What checks PHP, beside PHPUnit. */
export const php: readonly Recognition[] = [pest, phpstan, phpcs, psalm];
