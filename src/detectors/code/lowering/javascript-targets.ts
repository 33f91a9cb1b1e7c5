import type { Target } from '../engine/ir.ts';
import { type Lower, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { fieldOf, namedOf, type SyntaxNode } from './syntax-node.ts';

type Options = {
  readonly node: SyntaxNode;
  readonly scope: Scope;
  /** Where names are declared; undefined for an assignment to existing ones. */
  readonly declareIn: Scope | undefined;
  readonly lower: Lower;
};

/** Lowers what stands on the left of an assignment, or a parameter. */
export function javascriptTarget(options: Options): Target {
  const { node, scope, lower } = options;
  const inner = (child: SyntaxNode): Target => javascriptTarget({ ...options, node: child });
  switch (node.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
      return variable(options);
    case 'member_expression':
    case 'subscript_expression': {
      const place = lower.expression(node, scope);
      return place.kind === 'member' || place.kind === 'index' ? place : { kind: 'ignore', ...spanOf(node) };
    }
    case 'object_pattern':
      return objectPattern(options, inner);
    case 'array_pattern': {
      const items = namedOf(node);
      const rest = items.find(item => item.type === 'rest_pattern');
      return {
        kind: 'items',
        ...spanOf(node),
        items: items.filter(item => item !== rest).map(inner),
        ...(rest === undefined ? {} : { rest: inner(rest) }),
      };
    }
    case 'assignment_pattern':
    case 'object_assignment_pattern': {
      const left = fieldOf(node, 'left');
      const right = fieldOf(node, 'right');
      if (left === undefined || right === undefined) return { kind: 'ignore', ...spanOf(node) };
      return { kind: 'default', ...spanOf(node), target: inner(left), value: lower.expression(right, scope) };
    }
    case 'rest_pattern':
    case 'parenthesized_expression':
    case 'non_null_expression':
    case 'as_expression': {
      const child = namedOf(node)[0];
      return child === undefined ? { kind: 'ignore', ...spanOf(node) } : inner(child);
    }
    default:
      return { kind: 'ignore', ...spanOf(node) };
  }
}

function variable({ node, scope, declareIn, lower }: Options): Target {
  const name = textOf(lower, node);
  return {
    kind: 'variable',
    ...spanOf(node),
    variable:
      declareIn === undefined ? lower.names.resolve(scope, name) : lower.names.declare(declareIn, name),
  };
}

function objectPattern({ node, lower }: Options, inner: (child: SyntaxNode) => Target): Target {
  const fields: { key: string | undefined; target: Target }[] = [];
  let rest: Target | undefined;
  for (const child of namedOf(node)) {
    if (child.type === 'rest_pattern') rest = inner(child);
    else if (child.type === 'pair_pattern') {
      const key = fieldOf(child, 'key');
      const value = fieldOf(child, 'value');
      if (value !== undefined) fields.push({ key: key && keyText(key, lower), target: inner(value) });
    } else {
      const name = child.type === 'object_assignment_pattern' ? (fieldOf(child, 'left') ?? child) : child;
      fields.push({ key: textOf(lower, name), target: inner(child) });
    }
  }
  return { kind: 'fields', ...spanOf(node), fields, ...(rest === undefined ? {} : { rest }) };
}

/** The constant key a property name stands for; undefined when it is computed. */
export function keyText(node: SyntaxNode, lower: Lower): string | undefined {
  if (node.type === 'computed_property_name') return undefined;
  const text = textOf(lower, node);
  return node.type === 'string' ? text.slice(1, -1) : text;
}
