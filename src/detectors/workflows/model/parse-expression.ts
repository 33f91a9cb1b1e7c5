import type { Accessor, BinaryExpression, Expression } from './expression.ts';
import { type Token, tokenize } from './expression-tokens.ts';

/** Deepest nesting that is read; GitHub allows 50. */
const maxDepth = 60;
/** Most binary operators in one expression: a chain of them is a tree as deep as it is long. */
const maxOperators = 500;
/** Longest expression that is read, UTF-16 code units; GitHub allows 21,000. */
const maxLength = 21_000;

/** Binary operators from the loosest to the tightest. */
const levels: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>=']];

/** Parses one expression without its `${{ }}`; undefined when it is not one. Unknown contexts are accepted. */
export function parseExpression(text: string): Expression | undefined {
  const tokens = text.length > maxLength ? undefined : tokenize(text);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const cursor: Cursor = { tokens, at: 0, depth: 0, operators: 0 };
  const expression = parseLevel(cursor, 0);
  return cursor.at === tokens.length ? expression : undefined;
}

type Cursor = { readonly tokens: readonly Token[]; at: number; depth: number; operators: number };

function parseLevel(cursor: Cursor, level: number): Expression | undefined {
  const operators = levels[level];
  if (operators === undefined) return parseUnary(cursor);
  let left = parseLevel(cursor, level + 1);
  while (left !== undefined) {
    const operator = takeSign(cursor, operators);
    if (operator === undefined) return left;
    if (++cursor.operators > maxOperators) return undefined;
    const right = parseLevel(cursor, level + 1);
    if (right === undefined) return undefined;
    left = {
      kind: 'binary',
      operator: operator.text as BinaryExpression['operator'],
      left,
      right,
      start: left.start,
      end: right.end,
    };
  }
  return undefined;
}

function parseUnary(cursor: Cursor): Expression | undefined {
  const not = takeSign(cursor, ['!']);
  if (not === undefined) return parsePrimary(cursor);
  const operand = deeper(cursor, () => parseUnary(cursor));
  return operand && { kind: 'not', operand, start: not.start, end: operand.end };
}

function parsePrimary(cursor: Cursor): Expression | undefined {
  const token = cursor.tokens[cursor.at];
  if (token === undefined) return undefined;
  cursor.at++;
  const { start, end } = token;
  if (token.kind === 'string') return { kind: 'literal', value: token.text, start, end };
  if (token.kind === 'number') return { kind: 'literal', value: Number(token.text), start, end };
  if (token.kind === 'name') return parseNamed(cursor, token);
  if (token.text !== '(') return undefined;
  const inner = deeper(cursor, () => parseLevel(cursor, 0));
  if (inner === undefined || takeSign(cursor, [')']) === undefined) return undefined;
  const parts = parseAccessors(cursor);
  return parts && { kind: 'group', inner, parts, start, end: endOf(cursor) };
}

const constants: Readonly<Record<string, boolean | null | number>> = {
  true: true,
  false: false,
  null: null,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
};

function parseNamed(cursor: Cursor, token: Token): Expression | undefined {
  const { start, text } = token;
  if (takeSign(cursor, ['(']) !== undefined) {
    const args = deeper(cursor, () => parseArguments(cursor));
    const parts = args && parseAccessors(cursor);
    return (
      args && parts && { kind: 'call', name: text.toLowerCase(), args, parts, start, end: endOf(cursor) }
    );
  }
  const value = Object.hasOwn(constants, text) ? constants[text] : undefined;
  if (value !== undefined) return { kind: 'literal', value, start, end: token.end };
  const parts = parseAccessors(cursor);
  return parts && { kind: 'context', name: text, parts, start, end: endOf(cursor) };
}

function parseArguments(cursor: Cursor): readonly Expression[] | undefined {
  if (takeSign(cursor, [')']) !== undefined) return [];
  const args: Expression[] = [];
  for (;;) {
    const argument = parseLevel(cursor, 0);
    if (argument === undefined) return undefined;
    args.push(argument);
    const sign = takeSign(cursor, [',', ')']);
    if (sign === undefined) return undefined;
    if (sign.text === ')') return args;
  }
}

function parseAccessors(cursor: Cursor): readonly Accessor[] | undefined {
  const parts: Accessor[] = [];
  for (;;) {
    const sign = takeSign(cursor, ['.', '[']);
    if (sign === undefined) return parts;
    const part = sign.text === '.' ? parseProperty(cursor) : parseIndex(cursor);
    if (part === undefined) return undefined;
    parts.push(part);
  }
}

function parseProperty(cursor: Cursor): Accessor | undefined {
  if (takeSign(cursor, ['*']) !== undefined) return { kind: 'star' };
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== 'name') return undefined;
  cursor.at++;
  return { kind: 'property', name: token.text };
}

function parseIndex(cursor: Cursor): Accessor | undefined {
  if (takeSign(cursor, ['*']) !== undefined) {
    return takeSign(cursor, [']']) === undefined ? undefined : { kind: 'star' };
  }
  const index = deeper(cursor, () => parseLevel(cursor, 0));
  return index === undefined || takeSign(cursor, [']']) === undefined ? undefined : { kind: 'index', index };
}

function deeper<T>(cursor: Cursor, parse: () => T | undefined): T | undefined {
  if (cursor.depth >= maxDepth) return undefined;
  cursor.depth++;
  const result = parse();
  cursor.depth--;
  return result;
}

function takeSign(cursor: Cursor, signs: readonly string[]): Token | undefined {
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
  cursor.at++;
  return token;
}

function endOf(cursor: Cursor): number {
  return cursor.tokens[cursor.at - 1]?.end ?? 0;
}
