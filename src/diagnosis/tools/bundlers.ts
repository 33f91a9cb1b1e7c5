import { type BlockLine, findLine, recogniseBlocks } from '../block.ts';
import { type Clue, placeOf, type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';

const esbuild = recogniseBlocks({
  tool: 'esbuild',
  start: /^(?:✘ \[ERROR\]|X \[ERROR\]) /,
  end: /^(?:✘|X|▲) \[|^\d+ errors?$/,
  maxLines: 10,
  read: lines =>
    bundlerError(
      'esbuild',
      lines,
      /^\S+ \[ERROR\] (?<message>.+)$/,
      /^\s+(?<path>[^\s:]+):(?<line>\d+):(?<column>\d+):$/,
    ).map(clue =>
      // Wrangler speaks as esbuild does, and not of code.
      clue.place === undefined && /_TOKEN\b|log(?:ged)? in\b|[Aa]uthenticat/.test(clue.message)
        ? { ...clue, tool: 'wrangler', category: 'secret' as const }
        : clue,
    ),
});

const webpack = recogniseBlocks({
  tool: 'webpack',
  start: /^ERROR in (?!Test)/,
  maxLines: 12,
  read: lines => {
    const place =
      /^ERROR in (?<path>\.{0,2}\/?[^\s(]+?\.\w+)(?:[: ](?<line>\d+):(?<column>\d+)(?:-\d+)?)?/.exec(
        lines[0]?.text ?? '',
      )?.groups;
    const said =
      findLine(
        lines.slice(1),
        /^(?<message>(?:Module not found|Module build failed|Module parse failed|TS\d+|SyntaxError|TypeError|Error)\b.+)$/,
      ) ?? findLine(lines, /^(?<message>ERROR in .+)$/);
    return [
      {
        tool: 'webpack',
        category: 'compile',
        line: said?.number ?? lines[0]?.number ?? 1,
        message: said?.groups['message'] ?? '',
        weight: weights.cause,
        ...(place?.['path'] === undefined
          ? {}
          : { place: placeOf(place['path'], place['line'], place['column']) }),
      },
    ];
  },
});

/** Vite and Rollup. */
const rollup = recogniseLines('rollup', /RollupError|\[vite\]|Rollup failed to resolve|Could not resolve "/, [
  {
    pattern:
      /^(?:\[!\] )?(?:\([\w -]+\) )?(?:RollupError: |\[vite\]: )(?:(?<path>\S+?\.\w+) \((?<line>\d+):(?<column>\d+)\): )?(?<message>.+)$/,
    category: 'compile',
  },
  { pattern: /^(?<message>\[vite\]: Rollup failed to resolve .+)$/, category: 'compile' },
]);
const viteBuild = recogniseBlocks({
  tool: 'vite',
  start: /^error during build:$/,
  maxLines: 4,
  read: ([, said]) => {
    const groups =
      /^(?:\[[\w:-]+\] )?(?<path>[^\s:(]+\.\w+) \((?<line>\d+):(?<column>\d+)\): (?<message>.+)$/.exec(
        said?.text ?? '',
      )?.groups;
    if (said === undefined || groups === undefined) return [];
    const { path = '', line, column, message = '' } = groups;
    const clue = { tool: 'vite', category: 'compile' as const, weight: weights.cause };
    return [{ ...clue, line: said.number, message, place: placeOf(path, line, column) }];
  },
});
const parcel = recogniseBlocks({
  tool: 'parcel',
  start: /^🚨 Build failed\.$/,
  end: /^💡 |^🚨 /,
  maxLines: 12,
  read: lines => {
    const said = findLine(lines, /^@parcel\/[\w-]+: (?<message>.+)$/);
    const place = findLine(lines, /^\s+(?<path>[^\s:]+):(?<line>\d+):(?<column>\d+)$/)?.groups;
    if (said === undefined) return [];
    const clue = { tool: 'parcel', category: 'compile' as const, weight: weights.cause };
    const { path = '', line, column } = place ?? {};
    const message = said.groups['message'] ?? '';
    return [
      {
        ...clue,
        line: said.number,
        message,
        ...(place === undefined ? {} : { place: placeOf(path, line, column) }),
      },
    ];
  },
});
/** svelte-check, vue-tsc's kin: the place, then `Error: message (ts)`. */
const svelteCheck = recogniseBlocks({
  tool: 'svelte-check',
  start: /^\S+\.svelte:\d+:\d+$/,
  maxLines: 3,
  read: lines => {
    const place = /^(?<path>\S+?):(?<line>\d+):(?<column>\d+)$/.exec(lines[0]?.text ?? '')?.groups;
    const said = findLine(lines, /^Error: (?<message>.+?)(?: \((?<code>\w+)\))?$/);
    if (said === undefined) return [];
    const { path = '', line, column } = place ?? {};
    const { message = '', code } = said.groups;
    const category = code === 'ts' ? ('type' as const) : ('lint' as const);
    return [
      {
        tool: 'svelte-check',
        category,
        line: said.number,
        message,
        weight: weights.cause,
        place: placeOf(path, line, column),
      },
    ];
  },
});

/** Next.js: the place, then what its check or its compiler said. */
const nextBlock = recogniseBlocks({
  tool: 'next',
  start: /^\.\/\S+?(?::\d+:\d+)?$/,
  maxLines: 3,
  read: ([first, said]) => {
    const place = /^(?<path>\.\/\S+?)(?::(?<line>\d+):(?<column>\d+))?$/.exec(first?.text ?? '')?.groups;
    const groups = /^(?<kind>Type error|Error|Module not found):? (?<message>.+)$/.exec(
      said?.text ?? '',
    )?.groups;
    if (said === undefined || place === undefined || groups === undefined) return [];
    const category = groups['kind'] === 'Type error' ? ('type' as const) : ('compile' as const);
    const { path = '', line, column } = place;
    const clue = { tool: 'next', category, line: said.number, message: said.text, weight: weights.cause };
    return [{ ...clue, place: placeOf(path, line, column) }];
  },
});
const next = recogniseLines('next', /^(?:Failed to compile|Type error:)/, [
  { pattern: /^(?<message>Type error: .+)$/, category: 'type', weight: weights.cause - 1 },
  { pattern: /^Failed to compile\.?$/, category: 'compile', weight: weights.verdict },
]);

function bundlerError(
  tool: string,
  lines: readonly BlockLine[],
  head: RegExp,
  where: RegExp,
): readonly Clue[] {
  const message = head.exec(lines[0]?.text ?? '')?.groups?.['message'];
  const place = findLine(lines, where)?.groups;
  return [
    {
      tool,
      category: 'compile',
      line: lines[0]?.number ?? 1,
      message: message ?? lines[0]?.text ?? '',
      weight: weights.cause,
      ...(place?.['path'] === undefined
        ? {}
        : { place: placeOf(place['path'], place['line'], place['column']) }),
    },
  ];
}

export const bundlers: readonly Recognition[] = [
  esbuild,
  webpack,
  rollup,
  viteBuild,
  parcel,
  svelteCheck,
  nextBlock,
  next,
];
