import { findLine, recogniseBlocks } from '../block.ts';
import { placeOf, type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';
import { recogniseTests } from '../test-report.ts';

const exunit = recogniseTests({
  tool: 'exunit',
  start: /^ {2}\d+\) (?<test>(?:test|doctest|property) .+ \([\w.]+\))$/,
  end: /^ {2}\d+\) |^Finished in |^\d+ (?:tests?|doctests?|properties)/,
  messages: [/^ {5}(?<message>(?!\S+\.exs?:\d+$)(?!code:)\S.*)$/],
  // Frames of the project stand without the application's name; the line below the name is where the test begins.
  places: [/^ {7}(?<path>[^\s:()]+\.exs?):(?<line>\d+): /, /^ {5}(?<path>[^\s:()]+\.exs?):(?<line>\d+)$/],
});
/** Elixir since 1.15 draws its errors: the message, the source, `└─ path:line:column: function`. */
const elixir = recogniseBlocks({
  tool: 'elixir',
  start: /^ {4}(?:error|warning): \S/,
  maxLines: 20,
  read: lines => {
    const head = /^ {4}(?<level>error|warning): (?<message>.+)$/.exec(lines[0]?.text ?? '')?.groups;
    const place = findLine(lines, /^\s*└─ (?<path>[^\s:]+):(?<line>\d+)(?::(?<column>\d+))?/)?.groups;
    if (head === undefined || place === undefined) return [];
    const isError = head['level'] === 'error';
    return [
      {
        tool: 'elixir',
        category: isError ? 'compile' : 'lint',
        line: lines[0]?.number ?? 1,
        message: head['message'] ?? '',
        weight: isError ? weights.cause : weights.verdict - 1,
        place: placeOf(place['path'] ?? '', place['line'], place['column']),
      },
    ];
  },
});
const mix = recogniseLines(
  'mix',
  /^\*\* \(\w+(?:\.\w+)*\) |^Compilation failed due to warnings|^Unchecked dependencies/,
  [
    {
      pattern: /^\*\* \(\w+(?:\.\w+)*\) (?<path>\S+\.exs?):(?<line>\d+)(?::(?<column>\d+))?: (?<message>.+)$/,
      category: 'compile',
      weight: weights.general,
    },
    {
      pattern: /^\*\* \(Mix\) (?<message>.*(?:[Uu]nknown (?:package|dependency)|[Hh]ex|dependenc).*)$/,
      category: 'dependency',
      weight: weights.general,
    },
    { pattern: /^\*\* \((?<message>\w+(?:\.\w+)*\) .+)$/, category: 'unknown', weight: weights.verdict + 1 },
    { pattern: /^(?<message>Unchecked dependencies for environment .+)$/, category: 'dependency' },
    {
      pattern: /^(?<message>Compilation failed due to warnings.*)$/,
      category: 'lint',
      weight: weights.verdict,
    },
  ],
);

const scalatest = recogniseTests({
  tool: 'scalatest',
  start: /^(?:\[info\] )?\s*- (?<test>\S.*) \*\*\* FAILED \*\*\*/,
  end: /^(?:\[info\] )?(?:\s*- \S|Run completed |\S+(?:Spec|Test|Suite):$)/,
  maxLines: 12,
  messages: [/^(?:\[info\] )?\s+(?<message>\S.*?)(?: \(\S+\.scala:\d+\))?$/],
  places: [/\((?<path>\S+\.scala):(?<line>\d+)\)/],
});
const scala = recogniseLines('scala', /^(?:\[error\] )?(?:-- (?:\[E\d+\] )?[\w ]+: |==> X )/, [
  {
    pattern:
      /^(?:\[error\] )?-- (?:\[(?<code>E\d+)\] )?(?<message>[A-Z][\w ]*Error): (?<path>\S+\.scala):(?<line>\d+):(?<column>\d+)/,
    category: ({ message = '' }) => (message.startsWith('Type') ? 'type' : 'compile'),
  },
  {
    // munit
    pattern:
      /^(?:\[error\] )?==> X (?<test>\S+.*?) +[\d.]+s (?<message>[\w.]+(?:Exception|Error)): (?<path>[^\s:]+\.scala):(?<line>\d+)/,
    category: 'test',
  },
]);

/** Zig names the test and the reason, then the frames. */
const zig = recogniseTests({
  tool: 'zig test',
  start: /^error: '(?<test>[^']+)' failed:? ?(?<message>.*)$/,
  end: /^(?:error: |\s*$)/,
  maxLines: 20,
  messages: [/^(?<message>\S.+)$/],
  places: [/^(?<path>[^\s:]+\.zig):(?<line>\d+):(?<column>\d+): 0x/],
});

/** Elixir, Scala and Zig; Haskell's compiler says what GCC would. */
export const functional: readonly Recognition[] = [exunit, elixir, mix, scalatest, scala, zig];
