import { type BlockLine, findLine, recogniseBlocks } from '../block.ts';
import { type Clue, placeOf, type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';
import { missingModule, recogniseTests } from '../test-report.ts';

const rspec = recogniseTests({
  tool: 'rspec',
  start: /^ {2}\d+\) (?!Error:$|Failure:$)(?<test>\S.*[^:])$/,
  end: /^ {2}\d+\) \S|^(?:Finished in |Failed examples:)/,
  requires: /^\s+(?:Failure\/Error:|# \.\/)/,
  messages: [
    /^\s+(?<message>(?:[A-Z]\w*::)*[A-Z]\w*(?:Error|Exception).*)$/,
    /^\s+(?<message>(?:expected|Expected|got|undefined).*)$/,
    /^\s+Failure\/Error: (?<message>.+)$/,
  ],
  places: [/^\s+# (?<path>\S+?\.rb):(?<line>\d+)/],
});
const rspecSummary = recogniseLines(
  'rspec',
  /^rspec \.\/|^An error occurred while loading|examples?, [1-9]\d* failures?/,
  [
    {
      pattern: /^rspec (?<path>\.\/[^\s:[]+)(?::(?<line>\d+)|\[[\d:]+\]) # (?<test>.+)$/,
      category: 'test',
      weight: weights.verdict + 1,
      message: ({ test }) => `${test} failed`,
    },
    {
      pattern: /^(?<message>An error occurred while loading .+)$/,
      category: 'test',
      weight: weights.general,
    },
    {
      pattern: /^(?<message>\d+ examples?, [1-9]\d* failures?.*)$/,
      category: 'test',
      weight: weights.verdict,
    },
  ],
);
/** Also Rails' runner, whose blocks begin without a number. */
const minitest = recogniseBlocks({
  tool: 'minitest',
  start: /^(?: {2}\d+\) (?:Failure|Error):|(?:Failure|Error):)$/,
  maxLines: 20,
  read: lines => {
    const head = /^(?<test>\S+#\S+?)(?: \[(?<path>[^\]:]+):(?<line>\d+)\])?:$/.exec(
      lines[1]?.text ?? '',
    )?.groups;
    if (head === undefined) return [];
    const said = findLine(lines.slice(2), /^\s*(?<message>\S.+)$/);
    const frame =
      head['path'] === undefined
        ? findLine(lines.slice(2), /^\s+(?<path>[^\s:]+\.rb):(?<line>\d+):in/)?.groups
        : head;
    return [
      {
        tool: 'minitest',
        category: 'test',
        line: said?.number ?? lines[0]?.number ?? 1,
        message: said?.groups['message'] ?? 'failed',
        weight: weights.cause,
        ...(head['test'] === undefined ? {} : { test: head['test'] }),
        ...(frame?.['path'] === undefined ? {} : { place: placeOf(frame['path'], frame['line']) }),
      },
    ];
  },
});
const ruby = recogniseLines('ruby', /\(LoadError\)|\((?:SyntaxError|NameError|NoMethodError)\)|^Bundler::/, [
  {
    pattern: /(?<message>cannot load such file -- .+?) \(LoadError\)/,
    category: 'dependency',
    weight: weights.general,
  },
  {
    pattern:
      /^(?<path>[^\s:]+\.rb):(?<line>\d+):(?:in .+?:)? (?<message>.+ \((?:SyntaxError|NameError|NoMethodError)\))/,
    category: ({ message = '' }) => (message.includes('SyntaxError') ? 'compile' : 'unknown'),
    weight: weights.general,
  },
]);
const rubocop = recogniseLines('rubocop', /\.rb:\d+:\d+: [CWEFR]: /, [
  {
    pattern:
      /^(?<path>[^\s:]+):(?<line>\d+):(?<column>\d+): [CWEFR]: (?:\[\w+\] )?(?<code>[\w/]+): (?<message>.+)$/,
    category: 'lint',
  },
]);

const phpunit = recogniseBlocks({
  tool: 'phpunit',
  start: /^\d+\) [\w\\]+::\w+/,
  end: /^(?:\d+\) |--$|FAILURES!|ERRORS!|Tests: )/,
  maxLines: 40,
  read: lines => {
    const test = /^\d+\) (?<test>.+)$/.exec(lines[0]?.text ?? '')?.groups?.['test'];
    const said = findLine(lines.slice(1), /^(?<message>\S.+)$/);
    const place = findLine(lines, /^(?<path>\/?[^\s:]+\.php):(?<line>\d+)$/)?.groups;
    return [
      {
        tool: 'phpunit',
        category: 'test',
        line: said?.number ?? lines[0]?.number ?? 1,
        message: said?.groups['message'] ?? 'failed',
        weight: weights.cause,
        ...(test === undefined ? {} : { test }),
        ...(place === undefined ? {} : { place: placeOf(place['path'] ?? '', place['line']) }),
      },
    ];
  },
});
/** PHPUnit's `--testdox`. */
const phpunitDox = recogniseTests({
  tool: 'phpunit',
  start: /^ [✘x] (?<test>\S.*)$/,
  end: /^ [✘✔x] |^\S/,
  requires: /^\s+[│|]/,
  messages: [/^\s+[│|├┐┊]? ?(?<message>[A-Za-z].+)$/],
  places: [/^\s+[│|] (?<path>\/?[^\s:]+\.php):(?<line>\d+)$/],
});
const php = recogniseLines('php', /^(?:PHP )?(?:Fatal|Parse) error: |^ {1,3}------ -+$|phpstan/, [
  {
    pattern:
      /^(?:PHP )?(?:Fatal|Parse) error: {1,2}(?<message>.+?) in (?<path>\S+\.php)(?: on line |:)(?<line>\d+)$/,
    category: ({ message = '' }) => (/syntax error/i.test(message) ? 'compile' : 'unknown'),
  },
]);

/** `dotnet test`: a line per failed test, then its message and stack. */
const dotnet = recogniseTests({
  tool: 'dotnet test',
  start: /^\s+(?:Failed|X|❌) (?<test>[\w.+`<>(),:"\s]+?) \[[<\d][^\]]*\]$/,
  end: /^\s+(?:Failed|Passed|Skipped|X|V) \S+.*\[[<\d]|^(?:Failed!|Passed!|Total tests:|Test Run Failed)/,
  messages: [/^\s{3,}(?!Error Message:|Stack Trace:)(?<message>\S.+)$/],
  places: [/ in (?<path>(?:[A-Za-z]:)?[^\s:]+\.(?:cs|fs|vb)):line (?<line>\d+)/],
});
const dotnetSummary = recogniseLines('dotnet test', /^Failed!\s+- Failed:|^Test Run Failed/, [
  { pattern: /^(?<message>Failed!\s+- Failed:.+)$/, category: 'test', weight: weights.verdict },
  { pattern: /^(?<message>Test Run Failed\.)/, category: 'test', weight: weights.verdict },
]);

/** JUnit XML printed into a log (the format of Ant's JUnit task, which Surefire, Gradle, pytest and others write). */
const junitXml = recogniseBlocks({
  tool: 'junit',
  start: /<testcase\b/,
  end: /^\s*(?:<testcase\b|<\/testsuite)/,
  maxLines: 60,
  read: ([first, ...rest]) => {
    if (first === undefined) return [];
    // A report without line feeds has them all in one.
    const cases = first.text
      .split(/(?=<testcase\b)/)
      .filter(text => text.trimStart().startsWith('<testcase'));
    return cases.flatMap((text, index) =>
      testCase([{ ...first, text }, ...(index === cases.length - 1 ? rest : [])]),
    );
  },
});

function testCase(lines: readonly BlockLine[]): readonly Clue[] {
  const head = lines[0]?.text ?? '';
  const failure = lines.find(({ text }) => /<(?:failure|error)\b/.test(text));
  if (failure === undefined) return [];
  const element = failure.text.slice(failure.text.search(/<(?:failure|error)\b/));
  const message = attribute(element, 'message') ?? element.replace(/<[^>]*>/g, '').trim();
  const type = attribute(head, 'classname');
  const name = attribute(head, 'name') ?? '';
  const path = attribute(head, 'file');
  return [
    {
      tool: 'junit',
      category: missingModule(message),
      line: failure.number,
      message: message === '' ? 'failed' : message,
      weight: weights.cause,
      test: type === undefined ? name : `${type}.${name}`,
      ...(path === undefined ? {} : { place: placeOf(path, attribute(head, 'line')) }),
    },
  ];
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  '#10': ' ',
  '#x26': '&',
  '#x3C': '<',
  '#x22': '"',
};

function attribute(text: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}=(?:"(?<double>[^"]*)(?:"|$)|'(?<single>[^']*)')`).exec(text)?.groups;
  return (value?.['double'] ?? value?.['single'])?.replace(
    /&(?<entity>[\w#]+);/g,
    (whole, entity: string) => entities[entity] ?? whole,
  );
}

export const otherTests: readonly Recognition[] = [
  rspec,
  rspecSummary,
  minitest,
  ruby,
  rubocop,
  phpunit,
  phpunitDox,
  php,
  dotnet,
  dotnetSummary,
  junitXml,
];
