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
  word: '0-9A-Za-z_',
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
  dashed: '0-9A-Za-z-',
  /** Base64 of either alphabet, padding anywhere. */
  base64token: '0-9A-Za-z+/=_-',
  /** URL-encoded base64. */
  percent: '0-9A-Za-z%',
  /** Every printable ASCII character but space, quotes and the backslash. */
  graphic: '!#-&(-[\\]-_a-~',
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
  word: 'base62',
  base64: 'base62',
  base64url: 'base62',
  token: 'base62',
  dotted: 'base62',
  unreserved: 'base62',
  path: 'base62',
  dashed: 'base62',
  base64token: 'base62',
  percent: 'base62',
  graphic: 'base62',
} as const satisfies Record<ClassName, Parameters<typeof exampleToken>[0]>;

/** A slot open to the right ends here, so that every pattern is bounded. */
const longestSlot = 4096;

/** A literal part, and how many characters of the token stand before it. */
export type Anchor = { readonly text: string; readonly least: number; readonly most: number };

/** A token format, compiled. */
export type TokenFormat = {
  /** Regular expression source; one capturing group per slot. */
  readonly source: string;
  /** The literal part by which to look for the format; empty text when it has none. */
  readonly anchor: Anchor;
  /** A made-up token of this format; `seed` varies it. */
  readonly sample: (seed?: number) => string;
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
  let anchor: Anchor = { text: '', least: 0, most: 0 };
  let least = 0;
  let most = 0;
  let position = 0;
  const parts: ((seed: number) => string)[] = [];
  const literal = (text: string): void => {
    source += escapeLiteral(text);
    parts.push(() => text);
    if (isBetterAnchor(text, anchor)) anchor = { text, least, most };
    least += text.length;
    most += text.length;
  };
  for (const match of format.matchAll(slotPattern)) {
    literal(format.slice(position, match.index));
    const slot = match.groups?.['uuid'] === undefined ? parseSlot(match) : uuidSlot;
    source += slot.source;
    least += slot.least;
    most += slot.most;
    const index = parts.length;
    parts.push(seed => slot.sample(seed + index));
    position = match.index + match[0].length;
  }
  literal(format.slice(position));
  source = closed(source);
  return { source, anchor, sample: (seed = 1) => parts.map(part => part(seed)).join('') };
}

/** A slot at an edge takes all it can: a longer run of its characters is something else. */
function closed(source: string): string {
  const first = /^\((\[[^\]]+\])/.exec(source)?.[1];
  const last = /(\[[^\]]+\])\{[\d,]+\}\)$/.exec(source)?.[1];
  return `${first === undefined ? '' : `(?<!${first})`}${source}${last === undefined ? '' : `(?!${last})`}`;
}

type Slot = {
  readonly source: string;
  /** Fewest and most characters. */
  readonly least: number;
  readonly most: number;
  readonly sample: (seed: number) => string;
};

/** The first literal of three characters or more, else the longest: early ones need less looking back. */
function isBetterAnchor(text: string, anchor: Anchor): boolean {
  return anchor.text.length < 3 && text.length > anchor.text.length;
}

const uuidSlot: Slot = {
  source: '([0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12})',
  least: 36,
  most: 36,
  sample: seed =>
    [8, 4, 4, 4, 12].map((length, index) => exampleToken('hex', length, seed + index)).join('-'),
};

function parseSlot(match: RegExpExecArray): Slot {
  const { name = '', min = '0', max = min, open } = match.groups ?? {};
  if (!Object.hasOwn(classes, name)) throw new Error(`No character class ${name} for a token format.`);
  const className = name as ClassName;
  const length = Number(min);
  const most = open === undefined ? Number(max) : longestSlot;
  return {
    source: `([${classes[className]}]{${length},${most}})`,
    least: length,
    most,
    sample: seed => exampleToken(exampleAlphabet[className], length, seed),
  };
}

function escapeLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
