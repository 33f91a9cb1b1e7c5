import { exampleToken } from './example-token.ts';

/** What a slot of a format may hold, as the inside of a character class. */
const classes = {
  hex: '0-9a-f',
  anyHex: '0-9A-Fa-f',
  upperHex: '0-9A-F',
  digits: '0-9',
  lower: '0-9a-z',
  upper: '0-9A-Z',
  letters: 'A-Za-z',
  base32: 'A-Z2-7',
  base62: '0-9A-Za-z',
  base64: '0-9A-Za-z+/',
  base64url: '0-9A-Za-z_-',
  /** What providers use that only say "opaque string". */
  token: '0-9A-Za-z_=-',
  /** Dotted tokens of opaque parts. */
  dotted: '0-9A-Za-z_=.-',
  /** Microsoft Entra client secrets: URL-safe characters without reserved ones (RFC 3986 unreserved). */
  unreserved: '0-9A-Za-z_.~-',
  /** Segments of a URL path. */
  path: '0-9A-Za-z_/-',
} as const;

type ClassName = keyof typeof classes;

/** From which alphabet an example's slot is drawn: a subset of the class. */
const exampleAlphabet = {
  hex: 'hex',
  anyHex: 'hex',
  upperHex: 'digits',
  digits: 'digits',
  lower: 'lower',
  upper: 'upper',
  letters: 'letters',
  base32: 'base32',
  base62: 'base62',
  base64: 'base62',
  base64url: 'base62',
  token: 'base62',
  dotted: 'base62',
  unreserved: 'base62',
  path: 'base62',
} as const satisfies Record<ClassName, Parameters<typeof exampleToken>[0]>;

/** A slot open to the right ends here, so that every pattern is bounded. */
const longestSlot = 4096;

/** A token format, compiled. */
export type TokenFormat = {
  /** Regular expression source; one capturing group per slot. */
  readonly source: string;
  /** The longest literal part in lower case; empty when the format has none. */
  readonly keyword: string;
  /** A made-up token of this format; `seed` varies it. */
  readonly sample: (seed?: number) => string;
  /** Whether a slot could hold digits, so that a value without any is a word rather than a token. */
  readonly hasDigits: boolean;
};

const slotPattern = /\{(?<uuid>uuid)\}|\{(?<name>[A-Za-z0-9]+):(?<min>\d+)(?:(?<open>\+)|-(?<max>\d+))?\}/g;

/**
 * Compiles a token format such as `PMAK-{hex:24}-{hex:34}`: literal text with slots `{class:length}`,
 * `{class:min-max}`, `{class:min+}` or `{uuid}`.
 *
 * @throws Error on an unknown class: a mistake in a rule, found by the first test.
 */
export function parseTokenFormat(format: string): TokenFormat {
  let source = '';
  let keyword = '';
  let hasDigits = false;
  let position = 0;
  const parts: ((seed: number) => string)[] = [];
  const literal = (text: string): void => {
    source += escapeLiteral(text);
    parts.push(() => text);
    if (text.length > keyword.length) keyword = text.toLowerCase();
  };
  for (const match of format.matchAll(slotPattern)) {
    literal(format.slice(position, match.index));
    const slot = match.groups?.['uuid'] === undefined ? parseSlot(match) : uuidSlot;
    source += slot.source;
    hasDigits ||= slot.hasDigits;
    const index = parts.length;
    parts.push(seed => slot.sample(seed + index));
    position = match.index + match[0].length;
  }
  literal(format.slice(position));
  source = closed(source);
  return { source, keyword, hasDigits, sample: (seed = 1) => parts.map(part => part(seed)).join('') };
}

/** A slot at an edge takes all it can: a longer run of its characters is something else. */
function closed(source: string): string {
  const first = /^\((\[[^\]]+\])/.exec(source)?.[1];
  const last = /(\[[^\]]+\])\{[\d,]+\}\)$/.exec(source)?.[1];
  return `${first === undefined ? '' : `(?<!${first})`}${source}${last === undefined ? '' : `(?!${last})`}`;
}

type Slot = {
  readonly source: string;
  readonly hasDigits: boolean;
  readonly sample: (seed: number) => string;
};

const uuidSlot: Slot = {
  source: '([0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12})',
  hasDigits: true,
  sample: seed =>
    [8, 4, 4, 4, 12].map((length, index) => exampleToken('hex', length, seed + index)).join('-'),
};

function parseSlot(match: RegExpExecArray): Slot {
  const { name = '', min = '0', max = min, open } = match.groups ?? {};
  if (!Object.hasOwn(classes, name)) throw new Error(`No character class ${name} for a token format.`);
  const className = name as ClassName;
  const length = Number(min);
  return {
    source: `([${classes[className]}]{${min},${open === undefined ? max : longestSlot}})`,
    hasDigits: className !== 'letters',
    sample: seed => exampleToken(exampleAlphabet[className], length, seed),
  };
}

function escapeLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
