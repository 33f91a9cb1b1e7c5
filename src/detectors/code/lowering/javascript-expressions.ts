import type { Argument, Entry, Expression } from '../engine/ir.ts';
import { unescape } from './escapes.ts';
import { keyText } from './javascript-targets.ts';
import { constant, flattenChain, type Lower, opaque, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

/** Lowers an expression; what is unknown becomes `opaque` over its parts. */
export function javascriptExpression(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  switch (node.type) {
    case 'identifier':
    // `import(name)`: called like a function.
    case 'import':
    case 'shorthand_property_identifier':
      return { kind: 'name', ...spanOf(node), variable: lower.names.resolve(scope, textOf(lower, node)) };
    case 'this':
      return { kind: 'name', ...spanOf(node), variable: lower.names.resolve(scope, 'this') };
    case 'member_expression':
      return member(node, scope, lower);
    case 'subscript_expression':
      return subscript(node, scope, lower);
    case 'call_expression':
    case 'new_expression':
      return call(node, scope, lower);
    case 'template_string':
      return template(node, scope, lower);
    case 'binary_expression':
      return binary(node, scope, lower);
    case 'unary_expression':
      return unary(node, scope, lower);
    case 'ternary_expression':
      return ternary(node, scope, lower);
    case 'assignment_expression':
    case 'augmented_assignment_expression':
    case 'update_expression':
      return assignment(node, scope, lower);
    case 'object':
      return {
        kind: 'record',
        ...spanOf(node),
        entries: namedOf(node).flatMap(child => entry(child, scope, lower)),
      };
    case 'array':
      return {
        kind: 'list',
        ...spanOf(node),
        items: namedOf(node).map(child => spreadable(child, scope, lower)),
      };
    default:
      return literalOrWrapper(node, scope, lower);
  }
}

function literalOrWrapper(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  switch (node.type) {
    case 'string':
      return constant(node, stringValue(node, lower));
    case 'number':
      return constant(node, Number(textOf(lower, node).replace(/[_n]/g, '')));
    case 'true':
    case 'false':
      return constant(node, node.type === 'true');
    case 'null':
    case 'undefined':
      return constant(node, null);
    case 'regex': {
      const pattern = fieldOf(node, 'pattern');
      const flags = fieldOf(node, 'flags');
      return {
        kind: 'regex',
        ...spanOf(node),
        pattern: pattern === undefined ? '' : textOf(lower, pattern),
        flags: flags === undefined ? '' : textOf(lower, flags),
      };
    }
    case 'arrow_function':
    case 'function_expression':
    case 'function':
    case 'generator_function':
      return { kind: 'function', ...spanOf(node), function: lower.functionCode(node, scope) };
    case 'class':
      return { kind: 'class', ...spanOf(node), class: lower.classCode(node, scope) };
    case 'parenthesized_expression':
    case 'await_expression':
    case 'yield_expression':
    case 'non_null_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'jsx_expression': {
      const inner = namedOf(node)[0];
      return inner === undefined ? constant(node, null) : lower.expression(inner, scope);
    }
    case 'type_assertion': {
      const inner = namedOf(node).at(-1);
      return inner === undefined ? constant(node, null) : lower.expression(inner, scope);
    }
    case 'sequence_expression':
      return {
        kind: 'many',
        ...spanOf(node),
        expressions: namedOf(node).map(child => lower.expression(child, scope)),
      };
    case 'jsx_element':
    case 'jsx_self_closing_element':
      return { kind: 'many', ...spanOf(node), expressions: jsx(node, scope, lower) };
    case 'type_annotation':
    case 'type_arguments':
    case 'jsx_text':
    case 'jsx_closing_element':
      return constant(node, null);
    default:
      return opaque(node, scope, lower);
  }
}

function stringValue(node: SyntaxNode, lower: Lower): string {
  return namedOf(node)
    .map(part => (part.type === 'escape_sequence' ? unescape(textOf(lower, part)) : textOf(lower, part)))
    .join('');
}

function member(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const object = fieldOf(node, 'object');
  const property = fieldOf(node, 'property');
  if (object === undefined || property === undefined) return opaque(node, scope, lower);
  return {
    kind: 'member',
    ...spanOf(node),
    object: lower.expression(object, scope),
    property: textOf(lower, property),
  };
}

function subscript(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const object = fieldOf(node, 'object');
  const index = fieldOf(node, 'index');
  if (object === undefined || index === undefined) return opaque(node, scope, lower);
  const lowered = lower.expression(object, scope);
  if (index.type === 'string') {
    return { kind: 'member', ...spanOf(node), object: lowered, property: stringValue(index, lower) };
  }
  return { kind: 'index', ...spanOf(node), object: lowered, index: lower.expression(index, scope) };
}

function call(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const callee = fieldOf(node, 'function') ?? fieldOf(node, 'constructor');
  const args = fieldOf(node, 'arguments');
  if (callee === undefined) return opaque(node, scope, lower);
  const lowered = lower.expression(callee, scope);
  if (args?.type === 'template_string') {
    const values = namedOf(args).filter(part => part.type === 'template_substitution');
    return {
      kind: 'call',
      ...spanOf(node),
      callee: lowered,
      tagged: true,
      args: values.map(part => ({ value: opaque(part, scope, lower) })),
    };
  }
  return {
    kind: 'call',
    ...spanOf(node),
    callee: lowered,
    args: args === undefined ? [] : namedOf(args).map(child => spreadable(child, scope, lower)),
    isNew: node.type === 'new_expression',
  };
}

function spreadable(node: SyntaxNode, scope: Scope, lower: Lower): Argument {
  if (node.type !== 'spread_element') return { value: lower.expression(node, scope) };
  return { value: opaqueOne(node, scope, lower), spread: true };
}

function opaqueOne(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const inner = namedOf(node)[0];
  return inner === undefined ? constant(node, null) : lower.expression(inner, scope);
}

function template(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const parts = namedOf(node).map(part => {
    if (part.type === 'template_substitution') return opaqueOne(part, scope, lower);
    const text = textOf(lower, part);
    return constant(part, part.type === 'escape_sequence' ? unescape(text) : text);
  });
  return { kind: 'concat', ...spanOf(node), parts };
}

const logical: Readonly<Record<string, 'and' | 'or' | 'coalesce'>> = {
  '&&': 'and',
  '||': 'or',
  '??': 'coalesce',
};

function operatorOf(node: SyntaxNode): string {
  return fieldOf(node, 'operator')?.type ?? '';
}

function binary(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const operator = operatorOf(node);
  const parts = (at: SyntaxNode) => {
    if (at.type !== 'binary_expression' || operatorOf(at) !== operator) return undefined;
    const left = fieldOf(at, 'left');
    const right = fieldOf(at, 'right');
    return left === undefined || right === undefined ? undefined : { left, right };
  };
  const [first, ...rest] = flattenChain(node, parts);
  if (first === undefined || first === node) return opaque(node, scope, lower);
  if (operator === '+') {
    return {
      kind: 'concat',
      ...spanOf(node),
      parts: [first, ...rest].map(part => lower.expression(part, scope)),
    };
  }
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

function unary(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const operand = fieldOf(node, 'argument');
  if (operand === undefined) return opaque(node, scope, lower);
  return {
    kind: 'unary',
    ...spanOf(node),
    operator: operatorOf(node),
    operand: lower.expression(operand, scope),
  };
}

function ternary(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const test = fieldOf(node, 'condition');
  const whenTrue = fieldOf(node, 'consequence');
  const whenFalse = fieldOf(node, 'alternative');
  if (test === undefined || whenTrue === undefined || whenFalse === undefined)
    return opaque(node, scope, lower);
  return {
    kind: 'conditional',
    ...spanOf(node),
    test: lower.expression(test, scope),
    whenTrue: lower.expression(whenTrue, scope),
    whenFalse: lower.expression(whenFalse, scope),
  };
}

function assignment(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  const left = fieldOf(node, 'left') ?? fieldOf(node, 'argument');
  if (left === undefined) return opaque(node, scope, lower);
  const right = fieldOf(node, 'right');
  const operator = node.type === 'assignment_expression' ? '=' : operatorOf(node);
  return {
    kind: 'assign',
    ...spanOf(node),
    target: lower.target(left, scope, undefined),
    operator: operator === '++' ? '+=' : operator === '--' ? '-=' : operator,
    value: right === undefined ? constant(node, 1) : lower.expression(right, scope),
  };
}

function entry(node: SyntaxNode, scope: Scope, lower: Lower): readonly Entry[] {
  if (node.type === 'spread_element') return [{ key: undefined, value: opaqueOne(node, scope, lower) }];
  if (node.type === 'shorthand_property_identifier') {
    return [{ key: textOf(lower, node), value: lower.expression(node, scope) }];
  }
  if (node.type === 'method_definition') {
    const name = fieldOf(node, 'name');
    const key = (name && keyText(name, lower)) ?? '';
    const value: Expression = {
      kind: 'function',
      ...spanOf(node),
      function: lower.functionCode(node, scope, { name: key }),
    };
    return [{ key, value }];
  }
  const key = fieldOf(node, 'key');
  const value = fieldOf(node, 'value');
  if (key === undefined || value === undefined) return [];
  return [
    { key: keyText(key, lower) ?? opaqueOne(key, scope, lower), value: lower.expression(value, scope) },
  ];
}

/** Attributes become calls to `jsx.<attribute>`, so that an attribute can be a sink like any function. */
function jsx(node: SyntaxNode, scope: Scope, lower: Lower): readonly Expression[] {
  return node.children.flatMap((child): readonly Expression[] => {
    if (child.type === 'jsx_opening_element') return jsx(child, scope, lower);
    if (child.type === 'jsx_attribute') {
      const [name, value] = namedOf(child);
      if (name === undefined || value === undefined) return [];
      const callee: Expression = {
        kind: 'member',
        ...spanOf(name),
        object: { kind: 'name', ...spanOf(name), variable: lower.names.resolve(scope, 'jsx') },
        property: textOf(lower, name),
      };
      return [{ kind: 'call', ...spanOf(child), callee, args: [{ value: lower.expression(value, scope) }] }];
    }
    const isName = child.field === 'name' || child.field === 'close_tag' || child.type === 'jsx_text';
    return isName || !child.named ? [] : [lower.expression(child, scope)];
  });
}
