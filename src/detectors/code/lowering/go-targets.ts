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

/** Lowers what stands on the left of `=` or `:=`. */
export function goTarget(options: Options): Target {
  const { node, scope, declareIn, lower } = options;
  switch (node.type) {
    case 'identifier': {
      const name = textOf(lower, node);
      if (name === '_') return { kind: 'ignore', ...spanOf(node) };
      const variable =
        declareIn === undefined ? lower.names.resolve(scope, name) : lower.names.declare(declareIn, name);
      return { kind: 'variable', ...spanOf(node), variable };
    }
    case 'selector_expression':
    case 'index_expression': {
      const place = lower.expression(node, scope);
      return place.kind === 'member' || place.kind === 'index' ? place : { kind: 'ignore', ...spanOf(node) };
    }
    // Writing through a pointer writes what it points to; pointers are their targets here.
    case 'unary_expression':
    case 'parenthesized_expression': {
      const inner = fieldOf(node, 'operand') ?? namedOf(node)[0];
      return inner === undefined
        ? { kind: 'ignore', ...spanOf(node) }
        : goTarget({ ...options, node: inner });
    }
    case 'expression_list': {
      const items = namedOf(node).map(item => goTarget({ ...options, node: item }));
      const [only] = items;
      return only !== undefined && items.length === 1 ? only : { kind: 'items', ...spanOf(node), items };
    }
    default:
      return { kind: 'ignore', ...spanOf(node) };
  }
}
