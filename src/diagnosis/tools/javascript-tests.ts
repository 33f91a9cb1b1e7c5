import { findLine, recogniseBlocks } from '../block.ts';
import { type Clue, type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';
import { javascriptFrame, missingModule, placeIn, recogniseTests } from '../test-report.ts';

const jest = recogniseTests({
  tool: 'jest',
  // The summary at the end repeats the reports, which does no harm: a test counts once.
  start: /^ {2}● (?!Console|Deprecation|Validation Warning)(?<test>.+)$/,
  end: /^(?: {2}● |(?:PASS|FAIL) |Test Suites: |Summary of all failing tests)/,
  messages: [
    /^ {4}(?<message>(?:[A-Z]\w*)?(?:Error|Exception)\b: .+)$/,
    /^ {4}(?<message>Cannot find module .+)$/,
    /^ {4}(?<message>(?:expect|thrown: |Exceeded timeout|Snapshot name|Your test suite must contain).*)$/,
    /^ {4}(?<message>\S.+)$/,
  ],
  places: [javascriptFrame, /^ {4}(?<path>[^\s:]+):(?<line>\d+):(?<column>\d+) - error TS\d+: /],
  // ts-jest checks types before it runs anything.
  category: message => (/ - error TS\d+: /.test(message) ? 'type' : missingModule(message)),
});
const jestVerdict = recogniseLines('jest', /^(?:Tests|Test Suites): .*failed|^Jest: "global" coverage/, [
  { pattern: /^(?:Tests|Test Suites): +\d+ failed/, category: 'test', weight: weights.verdict },
  { pattern: /^(?<message>Jest: "global" coverage threshold .+)$/, category: 'test' },
]);

const vitest = recogniseTests({
  tool: 'vitest',
  start: /^ ?\s?FAIL {1,2}(?:\|?[\w-]+\| )?(?<path>\S+?\.[cm]?[jt]sx?) (?:> (?<test>.+)|\[ .+ \])$/,
  end: /^(?: ?\s?FAIL {1,2}|⎯⎯⎯| Test Files )/,
  messages: [/^(?<message>(?:[A-Z]\w*)?(?:Error|Exception)(?: \[\w+\])?: .+)$/, /^(?<message>\S.+)$/],
  places: [javascriptFrame],
  category: missingModule,
});
/** Vitest also fails for what no test waited for. */
const vitestUnhandled = recogniseTests({
  tool: 'vitest',
  start: /^⎯+ (?<kind>Unhandled (?:Rejection|Error|Errors)) ⎯+$/,
  end: /^⎯{5,}/,
  requires: /^\s*❯ |This error originated in/,
  messages: [/^(?<message>(?:[A-Z]\w*)?(?:Error|Exception)(?: \[\w+\])?: .+)$/],
  places: [javascriptFrame],
});
const vitestVerdict = recogniseLines(
  'vitest',
  /^\s+(?:Test Files|Tests) .*failed|Unhandled (?:Errors|Rejection)|ERROR: Coverage for/,
  [
    { pattern: /^\s+(?:Test Files|Tests) +\d+ failed/, category: 'test', weight: weights.verdict },
    { pattern: /^(?<message>ERROR: Coverage for .+)$/, category: 'test' },
    {
      pattern: /(?<message>Unhandled (?:Errors|Rejection).*?)⎯*$/,
      category: 'test',
      weight: weights.verdict,
    },
  ],
);

/** The title goes on over deeper lines, the last of which ends in a colon; then come the error and its stack. */
const mocha = recogniseBlocks({
  tool: 'mocha',
  start: /^ {2}\d+\) (?!(?:Failure|Error):?$|\[)\S/,
  end: /^ {2}\d+\) \S/,
  maxLines: 80,
  read: lines => {
    const titleEnd = lines.findIndex(({ text }) => text.endsWith(':'));
    const title = lines.slice(0, titleEnd + 1).map(({ text }) => text.trim());
    const rest = lines.slice(titleEnd + 1);
    const said =
      findLine(
        rest,
        /^\s{3,}(?<message>(?:Uncaught )?(?:[A-Z]\w*)?(?:Error|Exception)(?: \[\w+\])?(?:: .+)?)$/,
      ) ?? findLine(rest, /^\s{3,}(?<message>\S.+)$/);
    const frame = placeIn([javascriptFrame], rest);
    // RSpec and ExUnit count their failures the same way.
    if (
      titleEnd === -1 ||
      said === undefined ||
      findLine(lines, /^\s+(?:Failure\/Error|stacktrace):/) !== undefined
    )
      return [];
    const message = said.groups['message'] ?? '';
    return [
      {
        tool: 'mocha',
        category: missingModule(message),
        line: said.number,
        message,
        weight: weights.cause,
        test: title
          .join(' › ')
          .replace(/^\d+\) /, '')
          .replace(/:$/, ''),
        ...(frame === undefined ? {} : { place: frame }),
      },
    ];
  },
});

const playwright = recogniseTests({
  tool: 'playwright',
  start:
    /^\s+\d+\) (?:\[(?:[^\]]+)\] › )?(?<path>\S+?\.[cm]?[jt]sx?):(?<line>\d+):(?<column>\d+) › (?<test>.+?)\s*─*$/,
  end: /^\s+\d+\) (?:\[|\S+\.[cm]?[jt]sx?:)|^\s+\d+ (?:failed|flaky|passed)$/,
  messages: [
    /^\s+(?<message>(?:[A-Z]\w*)?Error: .+)$/,
    /^\s+(?<message>Test timeout of .+)$/,
    /^\s+(?<message>\S.+)$/,
  ],
});
const playwrightBrowser = recogniseLines(
  'playwright',
  /browserType\.launch|Host system is missing dependencies/,
  [
    {
      pattern: /(?<message>browserType\.launch: Executable doesn't exist.*)$/,
      category: 'dependency',
      weight: weights.cause,
    },
    { pattern: /(?<message>Host system is missing dependencies.*)$/, category: 'dependency' },
  ],
);

/** Node's own runner, `spec` reporter: `✖ name (1.3ms)` with the error below. */
const nodeSpec = recogniseTests({
  tool: 'node:test',
  start: /^\s*✖ (?!failing tests:|\d+ problems?)(?<test>.+?) \(\d[\d.]*ms\)$/,
  end: /^\s*(?:✖ |✔ |▶ |ℹ )|^test at /,
  messages: [/^\s+(?<message>\[?(?:[A-Z]\w*)?(?:Error|Exception)\b.*)$/, /^\s+(?<message>\S.+)$/],
  places: [javascriptFrame],
});
/** The same with `tap`, and any other producer of TAP 13/14. */
const tap = recogniseTests({
  tool: 'tap',
  start: /^\s*not ok \d+(?: -)? (?<test>(?!.*# (?:TODO|SKIP)).+?)(?: # time=.*)?$/i,
  end: /^\s*(?:not )?ok \d+|^\s*\.\.\.$|^\s*# /,
  messages: [
    /^\s+error: (?!['"]?\d+ subtests? failed)(?:\|-)?\s*['"]?(?<message>\S.*?)['"]?$/,
    /^\s+message: ['"]?(?<message>\S.*?)['"]?$/,
  ],
  places: [
    /^\s+location: ['"]?(?<path>[^'":]+(?:\.\w+)):(?<line>\d+):(?<column>\d+)/,
    /(?:file:\/\/)?(?<path>[^\s()'"]+?\.[cm]?[jt]sx?):(?<line>\d+):(?<column>\d+)/,
  ],
  unless: /\d+ subtests? failed/,
  bare: 'test',
});

/** The list of tests comes first, without reasons; then a report per failure: name, place, source, difference. */
const ava = recogniseTests({
  tool: 'ava',
  start: /^ {2}✘ \[fail\]: (?<test>.+)$/,
  end: /^ {2}(?:[✘✔] |\d+ tests? failed)/,
  maxLines: 200,
  messages: [
    /^ {2}(?<message>(?:[A-Z]\w*)?Error.*)$/,
    /^ {2}(?<message>Difference .*|Value .*|Rejected promise.*|Test finished without.*)$/,
  ],
  places: [/^ {2}(?<path>\S+\.[cm]?[jt]s):(?<line>\d+)$/, javascriptFrame],
});

/** `1) suite test`, then `Message:` and `Stack:`. */
const jasmine = recogniseTests({
  tool: 'jasmine',
  start: /^\d+\) (?!Scenario|.*::)(?<test>\S.+)$/,
  end: /^\d+\) \S|^\d+ specs?, /,
  requires: /^\s+Message:$/,
  messages: [/^ {4}(?<message>\S.+)$/],
  places: [javascriptFrame],
});
/** Cucumber: the scenario and its place, the steps, below the failed one its error. */
const cucumber = recogniseTests({
  tool: 'cucumber',
  start: /^\d+\) Scenario(?: Outline)?: (?<test>.+?) # (?<path>\S+?):\d+$/,
  end: /^\d+\) Scenario|^\d+ scenarios? \(/,
  messages: [
    /^\s+(?<message>(?:[A-Z]\w*)?(?:Error|Exception)(?: \[\w+\])?: .+)$/,
    /^\s+[✖?] (?<message>.+?) #/,
  ],
  places: [javascriptFrame, /^\s+✖ .+ # (?<path>\S+?):(?<line>\d+)$/],
});
const uvu = recogniseTests({
  tool: 'uvu',
  start: /^\s+FAIL {2}.*"(?<test>.+)"$/,
  end: /^\s+FAIL {2}|^ {2}Total: /,
  messages: [/^ {4}(?<message>\S.+)$/],
  places: [javascriptFrame],
});
const deno = recogniseTests({
  tool: 'deno',
  start: /^(?<test>\S.*?) => (?<path>\.{0,2}\/?\S+?\.[cm]?[jt]sx?):(?<line>\d+):(?<column>\d+)$/,
  end: /^\S.* => \S+:\d+:\d+$|^ FAILURES/,
  requires: /^error: /,
  messages: [/^error: (?<message>.+)$/],
});
/** Bun tells the error and its stack first, then `✗ name [1ms]` or `(fail) name [1ms]`. */
const bun: Recognition = {
  tool: 'bun',
  trigger: /^(?:error|[A-Z]\w*Error): |^(?:✗|\(fail\)) /,
  create: emit => {
    let error: { readonly line: number; readonly message: string } | undefined;
    let place: Clue['place'];
    return {
      get open() {
        return error !== undefined;
      },
      read(text, number) {
        const test = /^(?:✗|\(fail\)) (?<test>.+?)(?: \[[\d.]+ ?m?s\])?$/.exec(text)?.groups?.['test'];
        if (test !== undefined) {
          const { line, message } = error ?? { line: number, message: `${test} failed` };
          const weight = error === undefined ? weights.verdict + 1 : weights.cause;
          emit({
            tool: 'bun',
            category: 'test',
            line,
            message,
            weight,
            test,
            ...(place === undefined ? {} : { place }),
          });
          error = undefined;
          place = undefined;
        } else if (/^(?:error|[A-Z]\w*Error): /.test(text)) {
          error = { line: number, message: text.replace(/^error: /, '') };
          place = undefined;
        } else place ??= placeIn([javascriptFrame], [{ text, number }]);
      },
    };
  },
};

const cypress = recogniseLines(
  'cypress',
  /CypressError|AssertionError: Timed out retrying|Cypress binary is missing/,
  [
    { pattern: /(?<message>.*Cypress binary is missing.*)$/, category: 'dependency' },
    { pattern: /(?<message>(?:CypressError|AssertionError): .+)$/, category: 'test' },
  ],
);

export const javascriptTests: readonly Recognition[] = [
  jest,
  jestVerdict,
  vitest,
  vitestUnhandled,
  vitestVerdict,
  mocha,
  playwright,
  playwrightBrowser,
  nodeSpec,
  tap,
  ava,
  jasmine,
  cucumber,
  uvu,
  deno,
  bun,
  cypress,
];
