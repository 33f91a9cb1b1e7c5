import { findLine, recogniseBlocks } from '../block.ts';
import { placeOf, type Recognition, weights } from '../clue.ts';
import { categoryOfError } from '../error-category.ts';
import { recogniseLines } from '../line-patterns.ts';
import { isForeign, missingModule, recogniseTests } from '../test-report.ts';

const pytest = recogniseTests({
  tool: 'pytest',
  start: /^_{3,} (?:ERROR (?:at (?:setup|teardown) of|collecting) )?(?<test>\S.*?) _{3,}$/,
  end: /^(?:_{3,} .+ _{3,}|={3,} .+ ={3,}|!{3,} .+ !{3,})$/,
  maxLines: 400,
  messages: [
    /^E {2,}(?<message>(?:SyntaxError|IndentationError|TabError): .*)$/,
    /^E {2,}(?<message>\S.*)$/,
    /^(?<message>[\w.]*(?:Error|Exception|Exit|Interrupt)\b.*)$/,
  ],
  raised:
    /^(?<path>(?:[A-Za-z]:)?[^\s:()]+\.py):(?<line>\d+): \w*(?:Error|Exception|Warning|Failed|Exit|Interrupt)\b/,
  innermost: [
    /^(?<path>(?:[A-Za-z]:)?[^\s:()]+\.py):(?<line>\d+): (?:in .*)?$/,
    /^\s+File "(?<path>[^"<]+\.py)", line (?<line>\d+)/,
  ],
  places: [
    /^(?<path>(?:[A-Za-z]:)?[^\s:()]+\.py):(?<line>\d+): /,
    /^(?:E)?\s+File "(?<path>[^"]+\.py)", line (?<line>\d+)/,
  ],
  category: message =>
    /^(?:SyntaxError|IndentationError|TabError)\b/.test(message) ? 'compile' : missingModule(message),
});
const conftest = recogniseBlocks({
  tool: 'pytest',
  start: /^ImportError while loading conftest /,
  maxLines: 200,
  read: lines => {
    const said = findLine(lines.slice(1), /^E {2,}(?<message>\S.*)$/);
    const place = lines
      .slice(1)
      .map(({ text }) => /^(?<path>[^\s:]+\.py):(?<line>\d+): in /.exec(text)?.groups)
      .findLast(groups => groups !== undefined && !isForeign(groups['path'] ?? ''));
    const message = said?.groups['message'] ?? lines[0]?.text ?? '';
    return [
      {
        tool: 'pytest',
        category: missingModule(message),
        line: said?.number ?? lines[0]?.number ?? 1,
        message,
        weight: weights.cause,
        ...(place === undefined ? {} : { place: placeOf(place['path'] ?? '', place['line']) }),
      },
    ];
  },
});
/** `--tb=line`: the place and the message of a test that is named in the summary only. */
const pytestLine = recogniseLines('pytest', /\.py:\d+: (?:assert |\w*(?:Error|Exception)\b)/, [
  {
    pattern:
      /^(?<path>(?:[A-Za-z]:)?[^\s:()]+\.py):(?<line>\d+): (?<message>(?:assert |\w*(?:Error|Exception): ).+)$/,
    category: ({ message }) => missingModule(message ?? ''),
    weight: weights.verdict + 3,
  },
]);
/** The summary names what `--tb=no` and `--tb=line` leave out. */
const pytestSummary = recogniseLines(
  'pytest',
  /^(?:FAILED|ERROR) \S+\.py|^=+ .*(?:\d+ (?:failed|error)|no tests ran)|^\d+ (?:failed|error)/,
  [
    {
      pattern: /^(?:FAILED|ERROR) (?<path>\S+\.py)::(?<test>\S+(?: \S+)*?)(?: - (?<message>.+))?$/,
      category: ({ message }) => missingModule(message ?? ''),
      weight: weights.verdict + 1,
      message: ({ message, test }) => message ?? test ?? 'a test failed',
    },
    {
      pattern: /^ERROR (?<path>\S+\.py)(?: - (?<message>.+))?$/,
      category: ({ message }) => missingModule(message ?? ''),
      weight: weights.verdict,
      message: ({ message }) => message ?? 'the tests could not be collected',
    },
    {
      pattern: /^(?:=+ )?(?<message>no tests ran in .*?)(?: =+)?$/,
      category: 'test',
      weight: weights.verdict,
    },
    {
      pattern: /^(?:=+ )?(?<message>\d+ (?:failed|errors?)\b.* in [\d.]+s.*?)(?: =+)?$/,
      category: 'test',
      weight: weights.verdict,
    },
  ],
);

const unittest = recogniseTests({
  tool: 'unittest',
  start: /^(?:ERROR|FAIL): (?<test>\S+ \([\w.]+\).*)$/,
  end: /^(?:={20,}|Ran \d+ tests? in )/,
  maxLines: 200,
  messages: [/^(?<message>(?:[\w.]*(?:Error|Exception|Failure|Exit|Interrupt))\b.*)$/],
  innermost: [/^ {2}File "(?<path>[^"<]+)", line (?<line>\d+)/],
  category: missingModule,
});

const traceback = recogniseBlocks({
  tool: 'python',
  start: /^Traceback \(most recent call last\):$/,
  end: /^(?![ \t]|Traceback |$|[\w.]+(?:Error|Exception|Exit|Interrupt|Warning)\b)/,
  maxLines: 200,
  read: lines => {
    const said = lines.findLast(({ text }) => /^[\w.]+(?:Error|Exception|Exit|Interrupt)\b/.test(text));
    if (said === undefined) return [];
    const frames = lines.flatMap(({ text }) => {
      const groups = /^ {2}File "(?<path>[^"<]+)", line (?<line>\d+)/.exec(text)?.groups;
      return groups === undefined ? [] : [groups];
    });
    const own = frames.findLast(({ path = '' }) => !/site-packages|\/lib\/python/.test(path));
    const message = said.text;
    const missing = /^(?:ModuleNotFoundError|ImportError): No module named/.test(message);
    return [
      {
        tool: 'python',
        category: missing
          ? 'dependency'
          : /^(?:SyntaxError|IndentationError|TabError)/.test(message)
            ? 'compile'
            : categoryOfError(message),
        line: said.number,
        message,
        weight: weights.general,
        ...(own === undefined ? {} : { place: placeOf(own['path'] ?? '', own['line']) }),
      },
    ];
  },
});

/** A file that cannot be parsed has no traceback: the place, the source line, the caret, the error. */
const syntaxError = recogniseBlocks({
  tool: 'python',
  start: /^(?:Sorry: \w+Error: .*|\s{0,2}File "[^"]+\.py", line \d+)$/,
  maxLines: 5,
  read: lines => {
    const place = /File "(?<path>[^"]+)", line (?<line>\d+)/.exec(lines[0]?.text ?? '')?.groups;
    const said = findLine(lines, /^(?<message>(?:SyntaxError|IndentationError|TabError): .+)$/);
    if (place === undefined || said === undefined) return [];
    return [
      {
        tool: 'python',
        category: 'compile',
        line: said.number,
        message: said.groups['message'] ?? '',
        weight: weights.cause,
        place: placeOf(place['path'] ?? '', place['line']),
      },
    ];
  },
});

const mypy = recogniseLines('mypy', /\.pyi?:\d+(?::\d+)?: error: /, [
  {
    pattern:
      /^(?<path>(?:[A-Za-z]:)?[^\s:]+\.pyi?):(?<line>\d+)(?::(?<column>\d+))?: error: (?<message>.+?)(?:\s{2}\[(?<code>[\w-]+)\])?$/,
    category: ({ message }) => (message?.startsWith('invalid syntax') === true ? 'compile' : 'type'),
  },
]);
const pyright = recogniseLines('pyright', /\.pyi?:\d+:\d+ - error: /, [
  {
    pattern:
      /^\s*(?<path>\S+\.pyi?):(?<line>\d+):(?<column>\d+) - error: (?<message>.+?)(?: \((?<code>report\w+)\))?$/,
    category: 'type',
  },
]);

/** ruff (`concise`), flake8, pycodestyle, pydocstyle: `path:line:column: CODE message`. */
const flake8 = recogniseLines('flake8', /\.py[iw]?:\d+:\d+: [A-Z]{1,4}\d{2,5} /, [
  {
    pattern:
      /^(?<path>(?:[A-Za-z]:)?[^\s:]+\.py[iw]?):(?<line>\d+):(?<column>\d+): (?<code>[A-Z]{1,4}\d{2,5}) (?:\[\*\] )?(?<message>.+)$/,
    category: 'lint',
  },
]);
/** ruff (`full`): the code and message, then ` --> path:line:column`. */
const ruff = recogniseBlocks({
  tool: 'ruff',
  start: /^(?:[A-Z]{1,4}\d{3,4}|invalid-syntax):? (?:\[\*\] )?\S/,
  maxLines: 4,
  read: lines => {
    const head = /^(?<code>[\w-]+):? (?:\[\*\] )?(?<message>.+)$/.exec(lines[0]?.text ?? '')?.groups;
    const place = findLine(lines, /^\s*--> (?<path>[^:]+):(?<line>\d+):(?<column>\d+)/);
    if (head === undefined || place === undefined) return [];
    return [
      {
        tool: 'ruff',
        category: 'lint',
        line: lines[0]?.number ?? 1,
        message: head['message'] ?? '',
        weight: weights.cause,
        place: placeOf(place.groups['path'] ?? '', place.groups['line'], place.groups['column']),
        ...(head['code'] === undefined ? {} : { code: head['code'] }),
      },
    ];
  },
});
/** ruff (`grouped`): rows under a path. */
const ruffGrouped = recogniseBlocks({
  tool: 'ruff',
  start: /^\S+\.(?:pyi?|ipynb):$/,
  maxLines: 500,
  read: ([first, ...rows]) =>
    rows.flatMap(({ text, number }) => {
      const groups =
        /^\s+(?<line>\d+):(?<column>\d+) (?<code>[A-Z]{1,4}\d{3,4}) (?:\[\*\] )?(?<message>.+)$/.exec(
          text,
        )?.groups;
      if (groups === undefined) return [];
      const { line, column, code, message = '' } = groups;
      const clue = { tool: 'ruff', category: 'lint' as const, line: number, message, weight: weights.cause };
      const place = placeOf((first?.text ?? '').slice(0, -1), line, column);
      return [{ ...clue, place, ...(code === undefined ? {} : { code }) }];
    }),
});
const pylint = recogniseLines('pylint', /\.py:\d+:\d+: [CRWEF]\d{4}: /, [
  {
    pattern:
      /^(?<path>[^\s:]+\.py):(?<line>\d+):(?<column>\d+): (?<code>[CRWEF]\d{4}): (?<message>.+?) \((?<name>[\w-]+)\)$/,
    category: 'lint',
  },
]);
const black = recogniseLines(
  'black',
  /^would reformat |^(?:error: cannot format )|^\d+ files? would be reformatted|^Would reformat: /,
  [
    { pattern: /^would reformat (?<path>\S+)$/, category: 'lint', message: () => 'would be reformatted' },
    { pattern: /^Would reformat: (?<path>\S+)$/, category: 'lint', message: () => 'would be reformatted' },
    { pattern: /^error: cannot format (?<path>[^:]+): (?<message>.+)$/, category: 'lint' },
    { pattern: /^(?<message>\d+ files? would be reformatted.*)$/, category: 'lint', weight: weights.verdict },
  ],
);
/** `path:line: WARNING: message`, which `-W` makes an error. */
const sphinx = recogniseLines(
  'sphinx',
  /\.(?:rst|md|ipynb|py)(?:\S* of \S+)?(?::\d+)?: (?:WARNING|ERROR|CRITICAL): /,
  [
    {
      pattern:
        /^(?<path>[^\s:]+\.(?:rst|md|ipynb|py))(?::docstring of [^:]+)?(?::(?<line>\d+))?: (?:WARNING|ERROR|CRITICAL): (?<message>.+?)(?: \[(?<code>[\w.]+)\])?$/,
      category: 'lint',
      weight: weights.general,
    },
  ],
);
const isort = recogniseLines('isort', /^ERROR: \S+\.py Imports are incorrectly sorted/, [
  { pattern: /^ERROR: (?<path>\S+\.py) (?<message>Imports are .+)$/, category: 'lint' },
]);
const coverage = recogniseLines('coverage', /Required test coverage of|Coverage failure: total of/, [
  { pattern: /(?<message>(?:Required test coverage of|Coverage failure: total of).+)$/, category: 'test' },
]);

export const python: readonly Recognition[] = [
  pytest,
  conftest,
  pytestLine,
  pytestSummary,
  unittest,
  syntaxError,
  traceback,
  mypy,
  pyright,
  flake8,
  ruff,
  ruffGrouped,
  pylint,
  black,
  sphinx,
  isort,
  coverage,
];
