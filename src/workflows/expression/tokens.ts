import { ExpressionError } from './expression.ts';

/** A word of an expression and where it begins. */
export type Token = {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
};

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['name', /[A-Za-z_][\w-]*/y],
  ['number', /-?\d+(?:\.\d+)?/y],
  ['text', /'(?:[^']|'')*'/y],
  ['text', /"[^"]*"/y],
  ['sign', /==|!=|<=|>=|&&|\|\||[<>!().,[\]]/y],
];

/** Splits an expression into its words. @throws ExpressionError at a character that has no meaning. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < source.length; ) {
    if (/\s/.test(source[at] ?? '')) {
      at += 1;
      continue;
    }
    const token = tokenAt(source, at);
    if (token === undefined) throw new ExpressionError(hintFor(source[at] ?? ''), at);
    tokens.push(token);
    at += token.text.length;
  }
  return [...tokens, { kind: 'end', text: 'the end', at: source.length }];
}

function tokenAt(source: string, at: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[0];
    if (text !== undefined) return { kind, text, at };
  }
  return undefined;
}

function hintFor(character: string): string {
  if (character === '=') return 'Compare with "==".';
  if (character === '&') return 'Write "&&" for "and".';
  if (character === '|') return 'Write "||" for "or".';
  if (character === "'" || character === '"') return 'The text that begins here is not closed.';
  return `"${character}" has no meaning in an expression.`;
}
