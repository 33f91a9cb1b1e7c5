import { findLine, recogniseBlocks } from '../block.ts';
import { placeOf, type Recognition, weights } from '../clue.ts';
import { categoryOfError } from '../error-category.ts';
import { recogniseLines } from '../line-patterns.ts';

/** A syntax error (TS1xxx) keeps anything from being compiled; every other code is the type checker's. */
function typescriptCategory({ code }: Readonly<Record<string, string | undefined>>): 'compile' | 'type' {
  return code !== undefined && /^TS1\d{3}$/.test(code) ? 'compile' : 'type';
}

const tsc = recogniseLines('tsc', /error TS\d/, [
  {
    pattern:
      /^(?:[\w.-]+: )?(?<path>[^\s(](?:(?!: )[^(]){0,300})\((?<line>\d+),(?<column>\d+)\): error (?<code>TS\d+): (?<message>.+)$/,
    category: typescriptCategory,
  },
  {
    pattern:
      /^(?<path>[^\s:][^:]{0,300}|[A-Za-z]:[^:]{1,300}):(?<line>\d+):(?<column>\d+) - error (?<code>TS\d+): (?<message>.+)$/,
    category: typescriptCategory,
  },
  {
    // ts-loader and Angular's builder.
    pattern:
      /^(?:Error|ERROR): (?<path>[^\s:]{1,300}):(?<line>\d+):(?<column>\d+) - error (?<code>TS\d+): (?<message>.+)$/,
    category: typescriptCategory,
  },
  { pattern: /^\s*error (?<code>TS\d+): (?<message>.+)$/, category: typescriptCategory },
]);

/** ESLint's default `stylish` format, which stylelint and yamllint share: a path, then a row per problem. */
const eslintRow =
  /^\s+(?<line>\d+):(?<column>\d+)\s+(?<level>error|warning|[✖×⚠])\s+(?<message>.+?)(?:\s{2,}\(?(?<code>[@\w/-]+)\)?)?\s*$/;
const eslint = recogniseBlocks({
  tool: 'eslint',
  start:
    /^(?:\/|[A-Za-z]:[\\/]|[\w@.-]+[\\/]|(?=[\w.-]+$))[^:*?"<>|]{0,300}\.(?:[cm]?[jt]sx?|vue|svelte|json|md|html|astro|graphql|css|scss|sass|less|ya?ml)$/,
  maxLines: 2_000,
  read: lines => {
    const [first, ...rows] = lines;
    return rows.flatMap(({ text, number }) => {
      const match = eslintRow.exec(text);
      if (match?.groups === undefined || !['error', '✖', '×'].includes(match.groups['level'] ?? ''))
        return [];
      const { line, column, message = '', code, level } = match.groups;
      const path = first?.text ?? '';
      return [
        {
          tool: level !== 'error' ? 'stylelint' : /\.ya?ml$/.test(path) ? 'yamllint' : 'eslint',
          category: 'lint' as const,
          line: number,
          message,
          weight: weights.cause,
          place: placeOf(path, line, column),
          ...(code === undefined ? {} : { code }),
        },
      ];
    });
  },
});
const eslintLines = recogniseLines('eslint', /(?:\[error\/|: line \d+, col \d+, Error|\[Error\/)/i, [
  {
    pattern:
      /^(?<path>[^:]{1,300}): line (?<line>\d+), col (?<column>\d+), Error - (?<message>.+?)(?: \((?<code>[^()]+)\))?$/,
    category: 'lint',
  },
  {
    pattern: /^(?<path>[^:]{1,300}):(?<line>\d+):(?<column>\d+): (?<message>.+?) \[Error\/(?<code>[^\]]+)\]$/,
    category: 'lint',
  },
]);
const eslintVerdict = recogniseLines(
  'eslint',
  /problems? \(\d+ errors?|ESLint (?:found too many warnings|couldn't find)/,
  [
    {
      pattern: /^✖ \d+ problems? \([1-9]\d* errors?, \d+ warnings?\)/,
      category: 'lint',
      weight: weights.verdict,
    },
    { pattern: /^ESLint (?:found too many warnings|couldn't find)/, category: 'lint' },
  ],
);

/** ESLint's own failure: its version, then what went wrong. */
const eslintCrash = recogniseBlocks({
  tool: 'eslint',
  start: /^Oops! Something went wrong/,
  end: /^\s+at /,
  maxLines: 12,
  read: lines => {
    const said = findLine(lines.slice(1), /^(?!ESLint: \d)(?<message>\S.+)$/);
    const { number, text } = said ?? lines[0] ?? { number: 1, text: '' };
    const missing = /Cannot find (?:module|package)|couldn't find the (?:plugin|config)/.test(text);
    const category = missing ? ('dependency' as const) : ('lint' as const);
    return [{ tool: 'eslint', category, line: number, message: text, weight: weights.cause }];
  },
});

const prettier = recogniseLines('prettier', /^\[(?:warn|error)\] /, [
  {
    pattern: /^\[error\] (?<path>\S{1,300}): (?<message>SyntaxError: .+?) \((?<line>\d+):(?<column>\d+)\)$/,
    category: 'lint',
  },
  {
    pattern: /^\[warn\] (?<path>[^\s:]{1,300}\.\w+)$/,
    category: 'lint',
    message: () => 'Code style issues found',
  },
  { pattern: /^\[warn\] (?<message>Code style issues .+)$/, category: 'lint', weight: weights.verdict },
]);

const biome = recogniseBlocks({
  tool: 'biome',
  start:
    /^\S{1,300}?(?::\d+:\d+)? (?:lint|format|parse|assist|organizeImports|check|suppressions|plugin)(?:\/[\w/]+)?\s+(?:FIXABLE\s+)?━/,
  maxLines: 12,
  end: /^\S.*━━/,
  read: lines => {
    const head = /^(?<path>\S+?)(?::(?<line>\d+):(?<column>\d+))? (?<code>[\w/]+)\s/.exec(
      lines[0]?.text ?? '',
    )?.groups;
    const said = findLine(lines.slice(1), /^\s*(?<level>[×✖!i]) (?<message>.+)$/);
    if (head === undefined || said === undefined || !['×', '✖'].includes(said.groups['level'] ?? ''))
      return [];
    return [
      {
        tool: 'biome',
        category: 'lint',
        line: lines[0]?.number ?? said.number,
        message: said.groups['message'] ?? '',
        weight: weights.cause,
        place: placeOf(head['path'] ?? '', head['line'], head['column']),
        ...(head['code'] === undefined ? {} : { code: head['code'] }),
      },
    ];
  },
});

/** oxlint's default format: `× plugin(rule): message`, then the place in a frame. */
/** `deno check`: the code and message, the source, `at file:///…`. */
const denoCheck = recogniseBlocks({
  tool: 'deno',
  start: /^(?:error: )?TS\d+ \[ERROR\]: /,
  read: lines => {
    const head = /^(?:error: )?(?<code>TS\d+) \[ERROR\]: (?<message>.+)$/.exec(lines[0]?.text ?? '')?.groups;
    const place = findLine(
      lines,
      /^\s+at (?:file:\/\/)?(?<path>[^\s:]+):(?<line>\d+):(?<column>\d+)$/,
    )?.groups;
    return [
      {
        tool: 'deno',
        category: 'type',
        line: lines[0]?.number ?? 1,
        message: head?.['message'] ?? '',
        weight: weights.cause,
        ...(head?.['code'] === undefined ? {} : { code: head['code'] }),
        ...(place === undefined
          ? {}
          : { place: placeOf(place['path'] ?? '', place['line'], place['column']) }),
      },
    ];
  },
});
/** `error[rule-name]: message`, then ` --> path:line:column`: `deno lint` and others who draw as Rust does. */
const arrowLint = recogniseBlocks({
  tool: 'lint',
  start: /^error\[[a-z][\w/-]+\]: /,
  read: lines => {
    const head = /^error\[(?<code>[\w/-]+)\]: (?<message>.+)$/.exec(lines[0]?.text ?? '')?.groups;
    const place = findLine(lines, /^\s*--> (?<path>[^\s:]+):(?<line>\d+):(?<column>\d+)/)?.groups;
    if (head === undefined || place === undefined) return [];
    return [
      {
        tool: 'lint',
        category: 'lint',
        line: lines[0]?.number ?? 1,
        message: head['message'] ?? '',
        weight: weights.cause,
        code: head['code'] ?? '',
        place: placeOf(place['path'] ?? '', place['line'], place['column']),
      },
    ];
  },
});
const oxlint = recogniseBlocks({
  tool: 'oxlint',
  start: /^\s*[×x✖] [\w-]+(?:\/[\w-]+)?\([\w/-]+\): /,
  maxLines: 12,
  read: lines => {
    const head = /^\s*\S (?<code>[^:]+): (?<message>.+)$/.exec(lines[0]?.text ?? '')?.groups;
    const place = findLine(lines, /[,╭][-─]\[(?<path>[^\]]+?):(?<line>\d+):(?<column>\d+)\]/);
    return head === undefined
      ? []
      : [
          {
            tool: 'oxlint',
            category: 'lint',
            line: lines[0]?.number ?? 1,
            message: head['message'] ?? '',
            weight: weights.cause,
            ...(head['code'] === undefined ? {} : { code: head['code'] }),
            ...(place === undefined
              ? {}
              : { place: placeOf(place.groups['path'] ?? '', place.groups['line'], place.groups['column']) }),
          },
        ];
  },
});

/** An error that ended Node.js: the line before the stack. */
const node = recogniseBlocks({
  tool: 'node',
  start: /^(?:Uncaught )?(?:[A-Z]\w*(?:Error|Exception)|Error)(?: \[\w+\])?: \S/,
  end: /^(?!\s+at |\s*(?:code|errno|syscall|path|requireStack):|\s+['"-]|\s*[{}]|Require stack:|- ).*$/,
  maxLines: 15,
  read: lines => {
    const frame = findLine(
      lines,
      /^\s+at (?:.*\()?(?:file:\/\/)?(?<path>[^()\s]+?):(?<line>\d+):(?<column>\d+)\)?$/,
    );
    if (frame === undefined) return [];
    const message = lines[0]?.text ?? '';
    const missing = /Cannot find (?:module|package) '(?<name>[^'.][^']*)'/.test(message);
    const own = lines
      .map(({ text }) => text)
      .find(text => /^\s+at /.test(text) && !/node:|node_modules/.test(text));
    const place =
      own === undefined ? undefined : /(?<path>[^()\s]+?):(?<line>\d+):(?<column>\d+)\)?$/.exec(own)?.groups;
    return [
      {
        tool: 'node',
        category: missing
          ? 'dependency'
          : message.startsWith('SyntaxError')
            ? 'compile'
            : categoryOfError(lines.map(({ text }) => text).join('\n')),
        line: lines[0]?.number ?? 1,
        message,
        weight: weights.general,
        ...(place?.['path'] === undefined
          ? {}
          : { place: placeOf(place['path'], place['line'], place['column']) }),
      },
    ];
  },
});

export const javascript: readonly Recognition[] = [
  tsc,
  eslint,
  eslintLines,
  eslintCrash,
  eslintVerdict,
  prettier,
  biome,
  denoCheck,
  arrowLint,
  oxlint,
  node,
];
