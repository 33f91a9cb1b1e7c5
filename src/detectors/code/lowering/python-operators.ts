import type { Expression } from '../engine/ir.ts';
import { flattenChain, type Lower, opaque, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, fieldsOf, type SyntaxNode } from './syntax-node.ts';

/** The operator of a binary expression as written. */
export function operatorOf(node: SyntaxNode): string {
  return fieldOf(node, 'operator')?.type ?? '';
}

function chainOf(node: SyntaxNode, type: string): readonly SyntaxNode[] {
  const operator = operatorOf(node);
  return flattenChain(node, at => {
    if (at.type !== type || operatorOf(at) !== operator) return undefined;
    const left = fieldOf(at, 'left');
    const right = fieldsOf(at, 'right').at(-1);
    return left === undefined || right === undefined ? undefined : { left, right };
  });
}

/** `a + b + c` as one text, other operators from the left. */
export function binary(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const operator = operatorOf(node);
  const [first, ...rest] = chainOf(node, 'binary_operator');
  if (first === undefined || rest.length === 0) return opaque(node, scope, lower);
  if (operator === '+') {
    return {
      kind: 'concat',
      ...spanOf(node),
      parts: [first, ...rest].map(part => lower.expression(part, scope)),
    };
  }
  return rest.reduce<Expression>(
    (left, part) => ({
      kind: 'binary',
      start: node.start,
      end: part.end,
      operator,
      left,
      right: lower.expression(part, scope),
    }),
    lower.expression(first, scope),
  );
}

/** `a and b and c`. */
export function booleanOperator(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const operator = operatorOf(node) === 'or' ? 'or' : 'and';
  const [first, ...rest] = chainOf(node, 'boolean_operator');
  if (first === undefined || rest.length === 0) return opaque(node, scope, lower);
  return rest.reduce<Expression>(
    (left, part) => ({
      kind: 'logical',
      start: node.start,
      end: part.end,
      operator,
      left,
      right: lower.expression(part, scope),
    }),
    lower.expression(first, scope),
  );
}

const comparisonNames: Readonly<Record<string, string>> = { is: '==', 'is not': '!=', '<>': '!=' };

/** `a < b < c` as each pair. */
export function comparison(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const operands = node.children
    .filter(child => child.field !== 'operators')
    .map(child => lower.expression(child, scope));
  const operators = fieldsOf(node, 'operators').map(child => textOf(lower, child).replace(/\s+/g, ' '));
  const [first] = operands;
  if (first === undefined || operands.length !== operators.length + 1) return opaque(node, scope, lower);
  const pairs = operators.map((written, at): Expression => {
    const left = operands[at] ?? first;
    const right = operands[at + 1] ?? first;
    return {
      kind: 'binary',
      start: left.start,
      end: right.end,
      operator: comparisonNames[written] ?? written,
      left,
      right,
    };
  });
  return pairs.reduce((left, right) => ({ kind: 'logical', ...spanOf(node), operator: 'and', left, right }));
}
