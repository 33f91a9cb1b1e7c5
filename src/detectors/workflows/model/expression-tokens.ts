import type { Span } from '../../../contracts/detector.ts';

export type Token = Span & {
  readonly kind: 'name' | 'number' | 'string' | 'sign';
  /** The sign or name itself; a string's value with quotes undoubled; a number's digits. */
  readonly text: string;
};

const tokenPattern =
  /(?<space>\s+)|(?<name>[A-Za-z_][A-Za-z0-9_-]*)|(?<number>[-+]?(?:0x[0-9A-Fa-f]+|0o[0-7]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+))|'(?<string>(?:[^']|'')*)'|(?<sign>&&|\|\||[=!<>]=|[!<>()[\],.*])/dy;

/** Splits an expression into tokens; undefined when a character fits none. */
export function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const pattern = new RegExp(tokenPattern);
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const span = { start, end: pattern.lastIndex };
    const { name, number, string, sign } = match.groups ?? {};
    if (name !== undefined) tokens.push({ kind: 'name', text: name, ...span });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, ...span });
    else if (string !== undefined)
      tokens.push({ kind: 'string', text: string.replaceAll("''", "'"), ...span });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, ...span });
  }
  return tokens;
}
