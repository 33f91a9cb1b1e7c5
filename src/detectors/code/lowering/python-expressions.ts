import type { Argument, EachClause, Entry, Expression } from '../engine/ir.ts';
import { unescapeAll } from './escapes.ts';
import { constant, type Lower, opaque, spanOf, textOf } from './lower.ts';
import { binary, booleanOperator, comparison, operatorOf } from './python-operators.ts';
import type { Scope } from './scope.ts';
import { fieldOf, fieldsOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers an expression; what is unknown becomes `opaque` over its parts. */
export function pythonExpression(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  switch (node.type) {
    case 'identifier':
      return { kind: 'name', ...spanOf(node), variable: lower.names.resolve(scope, textOf(lower, node)) };
    case 'dotted_name':
      return dottedName(node, scope, lower);
    case 'attribute':
      return attribute(node, scope, lower);
    case 'subscript':
      return subscript(node, scope, lower);
    case 'call':
      return call(node, scope, lower);
    case 'string':
      return string(node, scope, lower);
    case 'concatenated_string':
      return {
        kind: 'concat',
        ...spanOf(node),
        parts: namedOf(node).map(child => lower.expression(child, scope)),
      };
    case 'binary_operator':
      return binary(node, scope, lower);
    case 'boolean_operator':
      return booleanOperator(node, scope, lower);
    case 'comparison_operator':
      return comparison(node, scope, lower);
    case 'not_operator':
    case 'unary_operator': {
      const operand = fieldOf(node, 'argument');
      if (operand === undefined) return opaque(node, scope, lower);
      const operator = node.type === 'not_operator' ? '!' : (fieldOf(node, 'operator')?.type ?? '');
      return { kind: 'unary', ...spanOf(node), operator, operand: lower.expression(operand, scope) };
    }
    case 'conditional_expression': {
      const [whenTrue, test, whenFalse] = namedOf(node).map(child => lower.expression(child, scope));
      if (whenTrue === undefined || test === undefined || whenFalse === undefined)
        return opaque(node, scope, lower);
      return { kind: 'conditional', ...spanOf(node), test, whenTrue, whenFalse };
    }
    case 'assignment':
    case 'augmented_assignment':
    case 'named_expression':
      return assignment(node, scope, lower);
    default:
      return collection(node, scope, lower);
  }
}

function collection(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  switch (node.type) {
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
    case 'pattern_list':
      return {
        kind: 'list',
        ...spanOf(node),
        items: namedOf(node).map(child => argument(child, scope, lower)),
      };
    case 'dictionary':
      return {
        kind: 'record',
        ...spanOf(node),
        entries: namedOf(node).flatMap(child => entry(child, scope, lower)),
      };
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
    case 'dictionary_comprehension':
      return comprehension(node, scope, lower);
    case 'lambda':
      return {
        kind: 'function',
        ...spanOf(node),
        function: lower.functionCode(node, scope, { exported: false }),
      };
    case 'as_pattern':
      return asPattern(node, scope, lower);
    case 'keyword_argument': {
      const value = fieldOf(node, 'value');
      return value === undefined ? constant(node, null) : lower.expression(value, scope);
    }
    case 'parenthesized_expression':
    case 'await':
    case 'yield': {
      const inner = namedOf(node)[0];
      return inner === undefined ? constant(node, null) : lower.expression(inner, scope);
    }
    case 'integer':
      return constant(node, Number(textOf(lower, node).replace(/_/g, '')));
    case 'float':
      return constant(node, Number.parseFloat(textOf(lower, node).replace(/_/g, '')));
    case 'true':
    case 'false':
      return constant(node, node.type === 'true');
    case 'none':
    case 'ellipsis':
    case 'type':
      return constant(node, null);
    default:
      return opaque(node, scope, lower);
  }
}

function dottedName(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const [first, ...rest] = namedOf(node);
  if (first === undefined) return constant(node, null);
  return rest.reduce<Expression>(
    (object, part) => ({
      kind: 'member',
      start: node.start,
      end: part.end,
      object,
      property: textOf(lower, part),
    }),
    lower.expression(first, scope),
  );
}

function attribute(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const object = fieldOf(node, 'object');
  const property = fieldOf(node, 'attribute');
  if (object === undefined || property === undefined) return opaque(node, scope, lower);
  return {
    kind: 'member',
    ...spanOf(node),
    object: lower.expression(object, scope),
    property: textOf(lower, property),
  };
}

function subscript(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const value = fieldOf(node, 'value');
  const [index] = fieldsOf(node, 'subscript');
  if (value === undefined || index === undefined) return opaque(node, scope, lower);
  const object = lower.expression(value, scope);
  if (index.type === 'slice') {
    return {
      kind: 'slice',
      ...spanOf(node),
      object,
      ...bounds(index, scope, lower),
    };
  }
  return { kind: 'index', ...spanOf(node), object, index: lower.expression(index, scope) };
}

/** The bounds of `[from:to]`; those of a slice with a step are not told apart. */
function bounds(
  index: SyntaxNode,
  scope: Scope,
  lower: Lower,
): { readonly from: Expression | undefined; readonly to: Expression | undefined } {
  const [first, second, third] = namedOf(index).map(bound => lower.expression(bound, scope));
  if (third !== undefined) return { from: opaque(index, scope, lower), to: undefined };
  const startsWithColon = /^\s*:/.test(textOf(lower, index));
  return startsWithColon ? { from: undefined, to: first } : { from: first, to: second };
}

function call(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const callee = fieldOf(node, 'function');
  const list = fieldOf(node, 'arguments');
  if (callee === undefined) return opaque(node, scope, lower);
  const args =
    list === undefined
      ? []
      : list.type === 'generator_expression'
        ? [{ value: lower.expression(list, scope) }]
        : namedOf(list).map(child => argument(child, scope, lower));
  return { kind: 'call', ...spanOf(node), callee: lower.expression(callee, scope), args };
}

function argument(node: SyntaxNode, scope: Scope, lower: Lower): Argument {
  if (node.type === 'keyword_argument') {
    const name = fieldOf(node, 'name');
    return {
      value: lower.expression(node, scope),
      ...(name === undefined ? {} : { name: textOf(lower, name) }),
    };
  }
  if (node.type === 'list_splat' || node.type === 'dictionary_splat') {
    const inner = namedOf(node)[0];
    const value = inner === undefined ? constant(node, null) : lower.expression(inner, scope);
    return { value, spread: true, ...(node.type === 'dictionary_splat' ? { name: '**' } : {}) };
  }
  return { value: lower.expression(node, scope) };
}

function string(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const prefix = /^[A-Za-z]*/.exec(textOf(lower, { start: node.start, end: node.start + 3 }))?.[0] ?? '';
  const raw = /r/i.test(prefix);
  const parts = namedOf(node).flatMap((part): readonly Expression[] => {
    if (part.type === 'string_content') {
      const text = textOf(lower, part);
      return [constant(part, raw ? text : unescapeAll(text))];
    }
    const inner =
      part.type === 'interpolation' ? (fieldOf(part, 'expression') ?? namedOf(part)[0]) : undefined;
    return inner === undefined ? [] : [lower.expression(inner, scope)];
  });
  if (parts.length === 0) return constant(node, '');
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'constant') return constant(node, only.value);
  return { kind: 'concat', ...spanOf(node), parts };
}

function assignment(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const left = fieldOf(node, 'left') ?? fieldOf(node, 'name');
  const right = fieldOf(node, 'right') ?? fieldOf(node, 'value');
  if (left === undefined) return opaque(node, scope, lower);
  if (right === undefined) return constant(node, null);
  const value = lower.expression(right, scope);
  const operator = node.type === 'augmented_assignment' ? operatorOf(node) : '=';
  return { kind: 'assign', ...spanOf(node), target: lower.target(left, scope, undefined), operator, value };
}

function entry(node: SyntaxNode, scope: Scope, lower: Lower): readonly Entry[] {
  if (node.type === 'dictionary_splat') {
    return namedOf(node).map(inner => ({ key: undefined, value: lower.expression(inner, scope) }));
  }
  const key = fieldOf(node, 'key');
  const value = fieldOf(node, 'value');
  if (key === undefined || value === undefined) return [];
  const lowered = lower.expression(key, scope);
  const text = lowered.kind === 'constant' ? String(lowered.value) : lowered;
  return [{ key: text, value: lower.expression(value, scope) }];
}

/** The variables of a comprehension live in a scope of their own. */
function comprehension(node: SyntaxNode, outer: Scope, lower: Lower): Expression {
  const scope = lower.names.open('block', outer);
  const clauses: EachClause[] = [];
  for (const child of node.children) {
    if (child.type === 'for_in_clause') {
      const left = fieldOf(child, 'left');
      const right = fieldOf(child, 'right');
      if (left === undefined || right === undefined) continue;
      const iterable = lower.expression(right, scope);
      clauses.push({ target: lower.target(left, scope, scope), iterable, conditions: [] });
    } else if (child.type === 'if_clause') {
      const last = clauses.pop();
      const condition = namedOf(child)[0];
      if (last === undefined) continue;
      clauses.push(
        condition === undefined
          ? last
          : { ...last, conditions: [...last.conditions, lower.expression(condition, scope)] },
      );
    }
  }
  const bodyNode = fieldOf(node, 'body');
  if (bodyNode === undefined) return opaque(node, outer, lower);
  if (bodyNode.type === 'pair') {
    const key = fieldOf(bodyNode, 'key');
    const value = fieldOf(bodyNode, 'value');
    if (key === undefined || value === undefined) return opaque(node, outer, lower);
    return {
      kind: 'each',
      ...spanOf(node),
      clauses,
      body: lower.expression(value, scope),
      key: lower.expression(key, scope),
    };
  }
  return { kind: 'each', ...spanOf(node), clauses, body: lower.expression(bodyNode, scope) };
}

/** `expression as name` of a `with` item or a pattern. */
function asPattern(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const alias = fieldOf(node, 'alias');
  const value = namedOf(node)[0];
  if (alias === undefined || value === undefined) return opaque(node, scope, lower);
  return {
    kind: 'assign',
    ...spanOf(node),
    target: lower.target(alias, scope, undefined),
    operator: '=',
    value: lower.expression(value, scope),
  };
}
