import type { Argument, Expression } from '../engine/ir.ts';
import { goComposite, goLiteral, typeExpression } from './go-literals.ts';
import type { GoLower } from './go-lower.ts';
import { goType, goZero } from './go-types.ts';
import { constant, flattenChain, opaque, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers an expression; what is unknown becomes `opaque` over its parts. */
export function goExpression(node: SyntaxNode, scope: Scope, lower: GoLower): Expression {
  const literal = goLiteral(node, lower);
  if (literal !== undefined) return literal;
  switch (node.type) {
    case 'identifier':
    case 'package_identifier':
    case 'type_identifier':
      return { kind: 'name', ...spanOf(node), variable: lower.names.resolve(scope, textOf(lower, node)) };
    case 'selector_expression':
      return selector(node, scope, lower);
    case 'index_expression': {
      const object = fieldOf(node, 'operand');
      const index = fieldOf(node, 'index');
      if (object === undefined || index === undefined) return opaque(node, scope, lower);
      return {
        kind: 'index',
        ...spanOf(node),
        object: lower.expression(object, scope),
        index: lower.expression(index, scope),
      };
    }
    case 'slice_expression': {
      const object = fieldOf(node, 'operand');
      const from = fieldOf(node, 'start');
      const to = fieldOf(node, 'end');
      if (object === undefined) return constant(node, null);
      return {
        kind: 'slice',
        ...spanOf(node),
        object: lower.expression(object, scope),
        from: from && lower.expression(from, scope),
        to: to && lower.expression(to, scope),
      };
    }
    case 'call_expression':
      return call(node, scope, lower);
    case 'composite_literal':
      return goComposite(node, scope, lower);
    case 'func_literal':
      return { kind: 'function', ...spanOf(node), function: lower.functionCode(node, scope) };
    case 'binary_expression':
      return binary(node, scope, lower);
    case 'unary_expression':
      return unary(node, scope, lower);
    case 'type_assertion_expression':
    case 'type_conversion_expression':
      return typed(node, scope, lower);
    case 'qualified_type':
    case 'generic_type':
      return typeExpression(node, { span: node, scope, lower });
    case 'parenthesized_expression': {
      const inner = namedOf(node)[0];
      return inner === undefined ? constant(node, null) : lower.expression(inner, scope);
    }
    case 'expression_list': {
      const items = namedOf(node).map(child => lower.expression(child, scope));
      const [only] = items;
      if (only !== undefined && items.length === 1) return only;
      return { kind: 'list', ...spanOf(node), items: items.map(value => ({ value })) };
    }
    default:
      return node.type.endsWith('_type') ? constant(node, null) : opaque(node, scope, lower);
  }
}

function selector(node: SyntaxNode, scope: Scope, lower: GoLower): Expression {
  const object = fieldOf(node, 'operand');
  const field = fieldOf(node, 'field');
  if (object === undefined || field === undefined) return opaque(node, scope, lower);
  return {
    kind: 'member',
    ...spanOf(node),
    object: lower.expression(object, scope),
    property: textOf(lower, field),
  };
}

function call(node: SyntaxNode, scope: Scope, lower: GoLower): Expression {
  const callee = fieldOf(node, 'function');
  const list = fieldOf(node, 'arguments');
  if (callee === undefined) return opaque(node, scope, lower);
  const nodes = list === undefined ? [] : namedOf(list);
  if (callee.type === 'identifier') {
    const [first, second] = nodes;
    const variable = lower.names.resolve(scope, textOf(lower, callee));
    if (variable.global && (variable.name === 'new' || variable.name === 'make') && first !== undefined)
      return made(first, second, { scope, lower });
    // `Name(x)` of a declared type converts.
    if (lower.types.has(variable.id) && first !== undefined)
      return {
        kind: 'typed',
        ...spanOf(node),
        type: { name: variable.name, variable },
        value: lower.expression(first, scope),
      };
  }
  return {
    kind: 'call',
    ...spanOf(node),
    callee: lower.expression(callee, scope),
    args: nodes.map(child => argument(child, scope, lower)),
  };
}

function made(
  type: SyntaxNode,
  length: SyntaxNode | undefined,
  { scope, lower }: { readonly scope: Scope; readonly lower: GoLower },
): Expression {
  const sized = type.type === 'slice_type' && length !== undefined && textOf(lower, length) !== '0';
  if (!sized) return goZero(type, scope, lower);
  const unknown: Expression = { kind: 'opaque', ...spanOf(type), expressions: [] };
  return { kind: 'list', ...spanOf(type), items: [{ value: unknown, spread: true }] };
}

function argument(node: SyntaxNode, scope: Scope, lower: GoLower): Argument {
  if (node.type !== 'variadic_argument') return { value: lower.expression(node, scope) };
  const inner = namedOf(node)[0];
  return { value: inner === undefined ? constant(node, null) : lower.expression(inner, scope), spread: true };
}

function typed(node: SyntaxNode, scope: Scope, lower: GoLower): Expression {
  const type = fieldOf(node, 'type');
  const operand = fieldOf(node, 'operand');
  if (type === undefined || operand === undefined) return opaque(node, scope, lower);
  const value = lower.expression(operand, scope);
  // `Function[T](x)` is written like a conversion.
  if (node.type === 'type_conversion_expression' && type.type === 'generic_type')
    return {
      kind: 'call',
      ...spanOf(node),
      callee: typeExpression(type, { span: type, scope, lower }),
      args: [{ value }],
    };
  return { kind: 'typed', ...spanOf(node), type: goType(type, scope, lower), value };
}

const logical: Readonly<Record<string, 'and' | 'or'>> = { '&&': 'and', '||': 'or' };

function binary(node: SyntaxNode, scope: Scope, lower: GoLower): Expression {
  const operator = fieldOf(node, 'operator')?.type ?? '';
  const [first, ...rest] = flattenChain(node, at => {
    if (at.type !== 'binary_expression' || fieldOf(at, 'operator')?.type !== operator) return undefined;
    const left = fieldOf(at, 'left');
    const right = fieldOf(at, 'right');
    return left === undefined || right === undefined ? undefined : { left, right };
  });
  if (first === undefined || first === node) return opaque(node, scope, lower);
  if (operator === '+')
    return {
      kind: 'concat',
      ...spanOf(node),
      parts: [first, ...rest].map(part => lower.expression(part, scope)),
    };
  const named = logical[operator];
  return rest.reduce<Expression>(
    (left, part) => {
      const right = lower.expression(part, scope);
      const span = { start: node.start, end: part.end };
      return named === undefined
        ? { kind: 'binary', ...span, operator, left, right }
        : { kind: 'logical', ...span, operator: named, left, right };
    },
    lower.expression(first, scope),
  );
}

function unary(node: SyntaxNode, scope: Scope, lower: GoLower): Expression {
  const operand = fieldOf(node, 'operand');
  if (operand === undefined) return opaque(node, scope, lower);
  const operator = fieldOf(node, 'operator')?.type ?? '';
  const value = lower.expression(operand, scope);
  // A pointer is what it points to.
  if (operator === '&' || operator === '*') return value;
  if (operator === '<-')
    return {
      kind: 'call',
      ...spanOf(node),
      callee: { kind: 'member', ...spanOf(operand), object: value, property: 'shift' },
      args: [],
    };
  return { kind: 'unary', ...spanOf(node), operator, operand: value };
}
