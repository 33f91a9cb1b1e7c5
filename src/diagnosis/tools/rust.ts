import { findLine, recogniseBlocks } from '../block.ts';
import { placeOf, type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';
import { isForeign, recogniseTests } from '../test-report.ts';

/** What rustc and Cargo say without a place. */
const own =
  /^(?:linking with|linker |failed to (?:run custom build command|parse manifest|compile)|could not (?:find `Cargo|exec|document)|no (?:bin|example|library) target|toolchain |the (?:lock file|`-Z`|package)|unused manifest|process didn't exit|.*(?:`?rustc`?|Cargo\.toml|crate))/;

const rustc = recogniseBlocks({
  tool: 'rustc',
  start: /^error(?:\[E\d{4}\])?: (?!could not compile|aborting due to|test failed|process didn't exit)/,
  // A blank line ends no block: help and Cargo's causes stand in paragraphs of their own.
  end: /^(?:error|warning)(?:\[|:)|^(?!Caused by|help|note|\d)\S/,
  maxLines: 40,
  read: lines => {
    const head = /^error(?:\[(?<code>E\d{4})\])?: (?<message>.+)$/.exec(lines[0]?.text ?? '')?.groups;
    if (head === undefined) return [];
    const place = findLine(lines, /^\s*--> (?<path>[^:]+):(?<line>\d+):(?<column>\d+)/)?.groups;
    const lint = findLine(
      lines,
      /(?:rust-lang\.github\.io\/rust-clippy|`#?-D (?<name>[\w:-]+)`|#\[deny\((?<rule>[\w:]+)\)\])/,
    );
    const dependency =
      /^(?:failed to (?:select a version|get `|load source|parse lock file|resolve)|cannot (?:create|update) the lock file|no matching package|the lock file .* needs to be updated|package `.*` cannot be built because it requires rustc)/.test(
        head['message'] ?? '',
      );
    const network =
      /spurious network error|failed to download|unable to update registry|download of .* failed|Could(?: not|n't) (?:connect|resolve)/.test(
        lines.map(({ text }) => text).join('\n'),
      );
    // Many programs write `error: `; without a place it has to be one of Cargo's own sentences.
    if (
      place === undefined &&
      head['code'] === undefined &&
      !dependency &&
      !network &&
      !own.test(head['message'] ?? '')
    )
      return [];
    return [
      {
        tool: dependency || network ? 'cargo' : lint === undefined ? 'rustc' : 'clippy',
        category: network ? 'network' : dependency ? 'dependency' : lint === undefined ? 'compile' : 'lint',
        line: lines[0]?.number ?? 1,
        message: head['message'] ?? '',
        // Cargo's own complaints have no place.
        weight: place !== undefined || dependency || network ? weights.cause : weights.general,
        ...(place === undefined
          ? {}
          : { place: placeOf(place['path'] ?? '', place['line'], place['column']) }),
        ...(head['code'] === undefined ? {} : { code: head['code'] }),
      },
    ];
  },
});

const cargoTest = recogniseTests({
  tool: 'cargo test',
  start: /^---- (?<test>\S.*?) stdout ----$/,
  end: /^(?:---- .+ stdout ----|failures:|test result: )/,
  maxLines: 400,
  messages: [
    /^note: (?<message>test did not panic as expected)/,
    // Since Rust 1.73 the message has a line of its own; before, it stood in quotes.
    /^thread '.*' (?:\(\d+\) )?panicked at '(?<message>.+)', \S+:\d+:\d+$/,
    /^(?<message>(?:assertion .+ failed.*|Error: .+|called `.+))$/,
    /^(?<message>(?!thread |stack backtrace|note: |stderr:|Test executable failed|\s).+)$/,
  ],
  places: [
    /^note: test did not panic as expected at (?<path>[^\s:]+):(?<line>\d+):(?<column>\d+)/,
    /panicked at (?:'.*', )?(?<path>[^\s':]+):(?<line>\d+):(?<column>\d+)/,
  ],
});
/** `--message-format=short`, and the rendered text in that of `json`. */
const rustcLines = recogniseLines('rustc', /\.rs:\d+:\d+: error|"rendered":"error/, [
  {
    pattern:
      /^(?<path>[^\s:]+\.rs):(?<line>\d+):(?<column>\d+): error(?:\[(?<code>E\d{4})\])?: (?<message>.+)$/,
    category: 'compile',
  },
  {
    pattern:
      /"rendered":"error(?:\[(?<code>E\d{4})\])?: (?<message>.+?)\\n\s*--> (?<path>[^:"]+):(?<line>\d+):(?<column>\d+)/,
    category: 'compile',
  },
]);
/** A panic wherever it stands: nextest's reports, a program that ran. */
const panic = recogniseBlocks({
  tool: 'rust',
  start: /^\s*thread '[^']+' (?:\(\d+\) )?panicked at [^\s:']+:\d+:\d+:$/,
  maxLines: 2,
  read: ([first, said]) => {
    const groups =
      /thread '(?<test>[^']+)' .*panicked at (?<path>[^\s:]+):(?<line>\d+):(?<column>\d+):$/.exec(
        first?.text ?? '',
      )?.groups;
    if (first === undefined || groups === undefined) return [];
    const { test = '', path = '', line, column } = groups;
    const inTest = test.includes('::');
    return [
      {
        tool: 'rust',
        category: inTest ? 'test' : 'unknown',
        line: (said ?? first).number,
        message: (said ?? first).text.trim(),
        weight: weights.general + 1,
        ...(inTest ? { test } : {}),
        ...(isForeign(path) ? {} : { place: placeOf(path, line, column) }),
      },
    ];
  },
});
const cargoVerdict = recogniseLines(
  'cargo',
  /^error: (?:could not compile|test failed|\d+ targets? failed)|^test result: FAILED|^Diff in /,
  [
    { pattern: /^error: (?<message>could not compile .+)$/, category: 'compile', weight: weights.verdict },
    {
      pattern: /^error: (?<message>(?:test failed|\d+ targets? failed).*)$/,
      category: 'test',
      weight: weights.verdict,
    },
    { pattern: /^(?<message>test result: FAILED.*)$/, category: 'test', weight: weights.verdict },
    {
      pattern: /^Diff in (?<path>[^\s:]+?\.rs)(?::(?<line>\d+):?| at line (?<old>\d+):)$/,
      category: 'lint',
      message: () => 'is not formatted by rustfmt',
    },
  ],
);

export const rust: readonly Recognition[] = [rustc, rustcLines, cargoTest, panic, cargoVerdict];
