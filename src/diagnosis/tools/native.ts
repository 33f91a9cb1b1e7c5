import { findLine, recogniseBlocks } from '../block.ts';
import { placeOf, type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';

/** GCC's and Clang's format, which Swift, Fortran, Nim and others share. */
const gcc = recogniseLines(
  'gcc',
  /(?::\d+: (?:fatal )?error: |undefined reference|multiple definition|undefined symbol|cannot find -l|^(?:clang|g\+\+|gcc|cc1|cc1plus|ld)[:\w.-]*: (?:fatal )?error)/,
  [
    {
      pattern:
        /^(?<path>(?:[A-Za-z]:)?[^\s:][^:]{0,300}\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|swift|s|S|f90|cu|inc|ipp|tpp)):(?<line>\d+):(?:(?<column>\d+):)? (?:fatal )?error: (?<message>.+?)(?: \[(?<code>-?[\w=.,-]+)\])?$/,
      // clang-tidy's checks have names of words; a compiler's warnings begin with -W.
      category: ({ code }) => (code === undefined || code.startsWith('-') ? 'compile' : 'lint'),
    },
    { pattern: /(?<message>(?:undefined reference to|multiple definition of) [`'].+)$/, category: 'compile' },
    {
      pattern:
        /^(?<message>(?:ld|lld|ld\.lld|\S*\/ld)(?:: error)?: (?:undefined symbol|symbol\(s\) not found).*)$/,
      category: 'compile',
    },
    { pattern: /^(?<message>\S*ld(?:\.\w+)?: cannot find -l.+)$/, category: 'dependency' },
    {
      pattern: /^(?<message>(?:clang|g\+\+|gcc|cc1|cc1plus)[\w.+-]*: (?:fatal )?error: .+)$/,
      category: 'compile',
      weight: weights.general,
    },
  ],
);
const linkVerdict = recogniseLines('ld', /collect2: error|linker command failed/, [
  { pattern: /^(?<message>collect2: (?:fatal )?error: .+)$/, category: 'compile', weight: weights.verdict },
  { pattern: /(?<message>linker command failed.*)$/, category: 'compile', weight: weights.verdict },
]);
/** Microsoft's compilers and MSBuild: `path(line,column): error CODE: message [project]`. */
const msbuild = recogniseLines('msbuild', /: (?:fatal )?error [A-Z]{1,8}\d{3,5}\s?: /, [
  {
    pattern:
      /^\s*(?:\d+>)?(?<path>(?:[A-Za-z]:)?[^\s(:][^(:]{0,300})(?:\((?<line>\d+)(?:,(?<column>\d+))?(?:,\d+,\d+)?\))?\s?: (?:fatal )?error (?<code>[A-Z]{1,8}\d{3,5})\s?: (?<message>.+?)(?: \[[^\]]+\])?$/,
    category: ({ code = '' }) =>
      code === 'NU1301'
        ? 'network'
        : /^(?:NU|NETSDK)\d/.test(code)
          ? 'dependency'
          : /^(?:IDE|CA|SA|RCS)\d/.test(code)
            ? 'lint'
            : 'compile',
  },
]);

const make = recogniseLines('make', /^\s*(?:g?make|ninja|mingw32-make)(?:\[\d+\])?: |^[^\s:]+:\d+: \*\*\* /, [
  { pattern: /^g?make(?:\[\d+\])?: \*\*\* (?<message>No rule to make target .+)$/, category: 'compile' },
  { pattern: /^(?<path>[^\s:]+):(?<line>\d+): \*\*\* (?<message>.+?)\.? +Stop\.$/, category: 'compile' },
  {
    pattern:
      /^g?make(?:\[\d+\])?: (?<message>\S+: (?:No such file or directory|Command not found|Permission denied))$/,
    category: ({ message }) =>
      message?.endsWith('Permission denied') === true ? 'permission' : 'dependency',
    weight: weights.general,
  },
  {
    pattern:
      /^g?make(?:\[\d+\])?: \*\*\* \[(?:(?<path>[^\]:]+):(?<line>\d+): )?(?<message>[^\]]+)\] (?:Error \d+|\w.+)$/,
    category: 'unknown',
    weight: weights.exit + 5,
    message: ({ message }) => `make target ${message} failed`,
  },
  { pattern: /^(?<message>ninja: (?:error|build stopped).+)$/, category: 'compile', weight: weights.verdict },
]);

const cmake = recogniseBlocks({
  tool: 'cmake',
  start: /^CMake Error(?: at |: |\s*\()/,
  end: /^\S/,
  maxLines: 30,
  read: lines => {
    const head = /^CMake Error(?: at (?<path>[^:]+):(?<line>\d+) \((?<code>\w+)\))?:?\s*(?<message>.*)$/.exec(
      lines[0]?.text ?? '',
    )?.groups;
    const paragraph: string[] = [];
    for (const { text } of lines.slice(1)) {
      if (text.trim() === '' && paragraph.length > 0) break;
      if (text.trim() !== '') paragraph.push(text.trim());
    }
    const message = [head?.['message'] ?? '', ...paragraph].filter(text => text !== '').join(' ');
    const all = lines.map(({ text }) => text).join(' ');
    const missing = /package configuration file|Could NOT find|could not find|find_package|No package '/.test(
      all,
    );
    return [
      {
        tool: 'cmake',
        category: missing ? 'dependency' : 'compile',
        line: lines[0]?.number ?? 1,
        message: message === '' ? 'CMake failed' : message,
        weight: weights.cause,
        ...(head?.['path'] === undefined ? {} : { place: placeOf(head['path'], head['line']) }),
      },
    ];
  },
});
const pkgConfig = recogniseLines('pkg-config', /^(?:Package|No package) '?\S+'?,? (?:was not found|found)/, [
  { pattern: /^(?<message>(?:Package \S+ was not found|No package '\S+' found).*)$/, category: 'dependency' },
]);

const ctest = recogniseLines(
  'ctest',
  /\*\*\*(?:Failed|Timeout|Exception|Not Run)|^\d+% tests passed, [1-9]/,
  [
    {
      pattern:
        /^\s*\d+\/\d+ Test +#\d+: (?<test>\S+) \.*\s*(?:[A-Z][\w ]*)?\*+(?<message>Failed|Timeout|Exception[^\d]*|Not Run)/,
      category: 'test',
      weight: weights.verdict + 1,
      message: ({ test, message }) => `${test}: ${message}`,
    },
    {
      pattern: /^(?<message>\d+% tests passed, [1-9]\d* tests failed.*)$/,
      category: 'test',
      weight: weights.verdict,
    },
  ],
);
const gtest = recogniseBlocks({
  tool: 'googletest',
  start: /^(?<path>[^\s:(]+)(?::\d+:|\(\d+\): error:) Failure$|^[^\s(]+\(\d+\): error: /,
  end: /^\[ {2}FAILED {2}\]|^$/,
  maxLines: 15,
  read: lines => {
    const place = /^(?<path>[^\s:(]+)[:(](?<line>\d+)/.exec(lines[0]?.text ?? '')?.groups;
    const message = lines
      .slice(1)
      .map(({ text }) => text.trim())
      .filter(text => text !== '')
      .slice(0, 3)
      .join(' ');
    return [
      {
        tool: 'googletest',
        category: 'test',
        line: lines[0]?.number ?? 1,
        message: message === '' ? 'Failure' : message,
        weight: weights.cause,
        place: placeOf(place?.['path'] ?? '', place?.['line']),
      },
    ];
  },
});
const gtestVerdict = recogniseLines('googletest', /^\[ {2}FAILED {2}\]/, [
  {
    pattern: /^\[ {2}FAILED {2}\] (?<test>[\w/]+\.[\w/]+)/,
    category: 'test',
    weight: weights.verdict + 1,
    message: ({ test }) => `${test} failed`,
  },
]);
/** C's `assert`. */
const assertion = recogniseLines('assert', /: Assertion [`'‘]/, [
  {
    pattern: /^(?:\S+: )?(?<path>[^\s:]+\.\w+):(?<line>\d+): .*?(?<message>Assertion [`'‘].+['’] failed)\.?$/,
    category: 'test',
    weight: weights.general + 1,
  },
]);
const sanitizer = recogniseLines(
  'sanitizer',
  /(?:Address|Leak|Thread|Memory|UndefinedBehavior)Sanitizer|runtime error: |^==\d+== /,
  [
    { pattern: /(?<message>ERROR: (?:Address|Leak|Memory|Thread)Sanitizer: .+)$/, category: 'test' },
    { pattern: /(?<message>WARNING: ThreadSanitizer: .+)$/, category: 'test' },
    {
      pattern:
        /^==\d+== (?<message>(?:Invalid (?:read|write|free)|Conditional jump|Use of uninit|[\d,]+ bytes .* definitely lost).*)$/,
      category: 'test',
      weight: weights.general,
    },
    {
      pattern: /^(?<path>[^\s:]+):(?<line>\d+):(?<column>\d+): (?<message>runtime error: .+)$/,
      category: 'test',
    },
  ],
);
const shell = recogniseBlocks({
  tool: 'shellcheck',
  start: /^In \S+ line \d+:$/,
  maxLines: 12,
  read: lines => {
    const place = /^In (?<path>\S+) line (?<line>\d+):$/.exec(lines[0]?.text ?? '')?.groups;
    const said = findLine(lines, /\^-*\^? (?<code>SC\d+)(?: \((?<level>\w+)\))?: (?<message>.+)$/);
    return said === undefined
      ? []
      : [
          {
            tool: 'shellcheck',
            category: 'lint',
            line: said.number,
            message: said.groups['message'] ?? '',
            weight: weights.cause,
            place: placeOf(place?.['path'] ?? '', place?.['line']),
            ...(said.groups['code'] === undefined ? {} : { code: said.groups['code'] }),
          },
        ];
  },
});

export const native: readonly Recognition[] = [
  gcc,
  linkVerdict,
  msbuild,
  make,
  cmake,
  pkgConfig,
  ctest,
  gtest,
  gtestVerdict,
  assertion,
  sanitizer,
  shell,
];
