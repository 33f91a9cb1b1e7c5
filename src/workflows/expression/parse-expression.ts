import { closest } from '../../did-you-mean.ts';
import {
  type Comparison,
  comparisons,
  type Expression,
  ExpressionError,
  type FunctionName,
  functionNames,
} from './expression.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Longest expression, characters. */
const maxLength = 1_000;
/** Deepest nesting. */
const maxDepth = 30;

/**
 * Parses a condition or the inside of `${{ … }}`: references, texts, numbers, `true`, `false`, `null`, comparisons,
 * `&&`, `||`, `!`, parentheses and the functions `length`, `contains` and `any`.
 *
 * @throws ExpressionError with the offset of what is wrong.
 */
export function parseExpression(source: string): Expression {
  if (source.length > maxLength) throw new ExpressionError(`is longer than ${maxLength} characters`, 0);
  const reader: Reader = { tokens: tokensOf(source), index: 0, depth: 0 };
  const expression = readOr(reader);
  const rest = peek(reader);
  if (rest.kind !== 'end') throw new ExpressionError(`Did not expect "${rest.text}" here.`, rest.at);
  return expression;
}

type Reader = { readonly tokens: readonly Token[]; index: number; depth: number };

function peek(reader: Reader): Token {
  const token = reader.tokens[reader.index] ?? reader.tokens.at(-1);
  if (token === undefined) throw new TypeError('There is always an end.');
  return token;
}

function takes(reader: Reader, sign: string): boolean {
  const token = peek(reader);
  if (token.kind !== 'sign' || token.text !== sign) return false;
  reader.index += 1;
  return true;
}

function expect(reader: Reader, sign: string): void {
  const token = peek(reader);
  if (!takes(reader, sign)) throw new ExpressionError(`Expected "${sign}", found "${token.text}".`, token.at);
}

function readOr(reader: Reader): Expression {
  reader.depth += 1;
  if (reader.depth > maxDepth) throw new ExpressionError('is nested too deeply', peek(reader).at);
  let left = readAnd(reader);
  while (takes(reader, '||')) left = { kind: 'or', left, right: readAnd(reader), at: left.at };
  reader.depth -= 1;
  return left;
}

function readAnd(reader: Reader): Expression {
  let left = readComparison(reader);
  while (takes(reader, '&&')) left = { kind: 'and', left, right: readComparison(reader), at: left.at };
  return left;
}

function readComparison(reader: Reader): Expression {
  const left = readNot(reader);
  const operator = peek(reader);
  if (operator.kind !== 'sign' || !isComparison(operator.text)) return left;
  reader.index += 1;
  const right = readNot(reader);
  const next = peek(reader);
  if (next.kind === 'sign' && isComparison(next.text))
    throw new ExpressionError('Compares twice in a row; join two comparisons with "&&".', next.at);
  return { kind: 'comparison', operator: operator.text, left, right, at: left.at };
}

function isComparison(text: string): text is Comparison {
  return comparisons.some(comparison => comparison === text);
}

function readNot(reader: Reader): Expression {
  const { at } = peek(reader);
  if (!takes(reader, '!')) return readOperand(reader);
  reader.depth += 1;
  if (reader.depth > maxDepth) throw new ExpressionError('is nested too deeply', at);
  const operand = readNot(reader);
  reader.depth -= 1;
  return { kind: 'not', operand, at };
}

function readOperand(reader: Reader): Expression {
  const token = peek(reader);
  if (takes(reader, '(')) {
    const inside = readOr(reader);
    expect(reader, ')');
    return inside;
  }
  if (token.kind === 'sign' || token.kind === 'end')
    throw new ExpressionError(`Expected a value, found "${token.text}".`, token.at);
  reader.index += 1;
  const { at } = token;
  if (token.kind === 'number') return { kind: 'literal', value: Number(token.text), at };
  if (token.kind === 'text')
    return { kind: 'literal', value: token.text.slice(1, -1).replaceAll("''", "'"), at };
  const constants = new Map<string, null | boolean>([
    ['true', true],
    ['false', false],
    ['null', null],
  ]);
  const constant = constants.get(token.text);
  if (constant !== undefined) return { kind: 'literal', value: constant, at };
  return takes(reader, '(') ? readCall(reader, token) : readReference(reader, token);
}

function readCall(reader: Reader, token: Token): Expression {
  const name = functionNames.find(known => known === token.text);
  if (name === undefined) {
    const guess = closest(token.text, functionNames);
    const hint = guess === undefined ? `Known are ${functionNames.join(', ')}.` : `Did you mean "${guess}"?`;
    throw new ExpressionError(`There is no function "${token.text}". ${hint}`, token.at);
  }
  const operands: Expression[] = [readOr(reader)];
  while (takes(reader, ',')) operands.push(readOr(reader));
  expect(reader, ')');
  if (operands.length !== operandCount[name])
    throw new ExpressionError(`${name} takes ${operandCount[name]}, not ${operands.length}.`, token.at);
  return { kind: 'call', name, operands, at: token.at };
}

const operandCount: Readonly<Record<FunctionName, number>> = { length: 1, contains: 2, any: 1 };

function readReference(reader: Reader, first: Token): Expression {
  const path: (string | number)[] = [first.text];
  for (;;) {
    if (takes(reader, '.')) {
      const name = peek(reader);
      if (name.kind !== 'name') throw new ExpressionError('Expected a name after ".".', name.at);
      reader.index += 1;
      path.push(name.text);
    } else if (takes(reader, '[')) {
      const index = peek(reader);
      const isIndex = index.kind === 'number' && /^\d+$/.test(index.text);
      if (!isIndex && index.kind !== 'text')
        throw new ExpressionError('Expected a position or a name in quotes after "[".', index.at);
      reader.index += 1;
      path.push(isIndex ? Number(index.text) : index.text.slice(1, -1));
      expect(reader, ']');
    } else {
      return { kind: 'reference', path, at: first.at };
    }
  }
}
