import { findLine, recogniseBlocks } from '../block.ts';
import { type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';
import { placeIn, recogniseTests } from '../test-report.ts';

/** XCTest on Apple's systems (`-[Target.Suite test]`) and on Linux (`Suite.test`), and Swift Testing. */
const xctest = recogniseLines('xctest', /\.swift:\d+: error: \S|^[✘◇] Test .+ recorded an issue at /, [
  {
    pattern:
      /^(?<path>[^\s:]+\.swift):(?<line>\d+): error: (?:-\[)?(?<test>[\w.]+[. ]\w+)\]? : (?<message>.+)$/,
    category: 'test',
    // The same line looks like a compiler's.
    weight: weights.cause + 1,
  },
  {
    pattern:
      /^[✘◇] Test (?<test>.+?) recorded an issue (?:with \d+ arguments? .+? )?at (?<path>[^\s:]+\.swift):(?<line>\d+):(?<column>\d+): (?<message>.+)$/,
    category: 'test',
  },
]);

/** `flutter test` and `dart test`: `00:02 +0 -1: name [E]`, the reason, the frames. */
const dartTest = recogniseTests({
  tool: 'dart test',
  start: /^(?:\d+:)?\d\d:\d\d \+\d+(?: ~\d+)? -\d+: (?:\S+_test\.dart: )?(?<test>.+) \[E\]$/,
  end: /^(?:\d+:)?\d\d:\d\d \+\d+|^To run this test again/,
  bare: 'test',
  messages: [/^ {2}(?<message>Expected: .+)$/, /^ {2}(?<message>(?!Test failed\. See)\S.*)$/],
  places: [/^ {2}(?<path>(?!package:|dart:)\S+\.dart) (?<line>\d+):(?<column>\d+)/],
});
/** What a widget test throws stands in a box of its own, before the runner counts it. */
const flutterBox = recogniseBlocks({
  tool: 'flutter',
  start: /^══╡ EXCEPTION CAUGHT BY FLUTTER TEST FRAMEWORK ╞═/,
  end: /^═{20,}$/,
  maxLines: 200,
  read: lines => {
    const thrown = lines.findIndex(({ text }) => /^The following .+ was thrown /.test(text));
    const said = lines[thrown + 1];
    if (thrown === -1 || said === undefined) return [];
    const described = lines.findIndex(({ text }) => text.startsWith('The test description was:'));
    const test = described === -1 ? undefined : lines[described + 1]?.text.trim();
    const place = placeIn(
      [/\((?:file:\/\/)?(?<path>\/[^():]+\.dart):(?<line>\d+):(?<column>\d+)\)/],
      lines.filter(({ text }) => !text.includes('package:')),
    );
    return [
      {
        tool: 'flutter',
        category: 'test',
        line: said.number,
        message: said.text.trim(),
        weight: weights.cause,
        ...(place === undefined ? {} : { place }),
        ...(test === undefined ? {} : { test }),
      },
    ];
  },
});
const dartAnalyze = recogniseLines('dart', /^\s*(?:error|warning|info) [-•] .+ [-•] /, [
  {
    pattern:
      /^\s*(?<level>error|warning|info) - (?<path>\S+\.dart):(?<line>\d+):(?<column>\d+) - (?<message>.+) - (?<code>\w+)$/,
    category: ({ level }) => (level === 'error' ? 'type' : 'lint'),
  },
  {
    pattern:
      /^\s*(?<level>error|warning|info) • (?<message>.+?) • (?<path>\S+\.dart):(?<line>\d+):(?<column>\d+) • (?<code>\w+)$/,
    category: ({ level }) => (level === 'error' ? 'type' : 'lint'),
  },
]);
const dartCompile = recogniseLines('dart', /\.dart:\d+:\d+: Error: /, [
  {
    pattern: /^(?<path>\S+\.dart):(?<line>\d+):(?<column>\d+): Error: (?<message>.+)$/,
    category: 'compile',
  },
]);
/** What a build of Xcode's ends with when its own words are lost in formatters. */
const xcode = recogniseBlocks({
  tool: 'xcodebuild',
  start: /^(?:The following build commands failed:|xcodebuild: error: )/,
  maxLines: 4,
  read: lines => {
    const first = lines[0];
    if (first === undefined) return [];
    const said = findLine(lines, /^xcodebuild: error: (?<message>.+)$/);
    const message = said?.groups['message'] ?? lines[1]?.text.trim() ?? first.text;
    return [
      {
        tool: 'xcodebuild',
        category: 'compile',
        line: said?.number ?? first.number,
        message,
        weight: said === undefined ? weights.verdict : weights.general,
      },
    ];
  },
});

/** Swift's tests, Dart and Flutter, Xcode. */
export const mobile: readonly Recognition[] = [xctest, dartTest, flutterBox, dartAnalyze, dartCompile, xcode];
