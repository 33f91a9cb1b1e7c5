import type { Target } from '../engine/ir.ts';
import { type Lower, spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { namedOf, type SyntaxNode } from './syntax-node.ts';

type Options = {
  readonly node: SyntaxNode;
  readonly scope: Scope;
  /** Where names are declared; undefined for the nearest scope that may hold them. */
  readonly declareIn: Scope | undefined;
  readonly lower: Lower;
};

/** Lowers what stands on the left of an assignment, of `as`, or after `for`. */
export function pythonTarget(options: Options): Target {
  const { node, scope, lower } = options;
  const inner = (child: SyntaxNode): Target => pythonTarget({ ...options, node: child });
  switch (node.type) {
    case 'identifier': {
      const home = options.declareIn ?? scope;
      const name = textOf(lower, node);
      return { kind: 'variable', ...spanOf(node), variable: lower.names.declare(home, name) };
    }
    case 'attribute':
    case 'subscript': {
      const place = lower.expression(node, scope);
      return place.kind === 'member' || place.kind === 'index' ? place : { kind: 'ignore', ...spanOf(node) };
    }
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
    case 'expression_list': {
      const items = namedOf(node);
      const rest = items.find(item => item.type === 'list_splat_pattern' || item.type === 'list_splat');
      return {
        kind: 'items',
        ...spanOf(node),
        items: items.filter(item => item !== rest).map(inner),
        ...(rest === undefined ? {} : { rest: inner(rest) }),
      };
    }
    case 'list_splat_pattern':
    case 'list_splat':
    case 'dictionary_splat_pattern':
    case 'as_pattern_target':
    case 'parenthesized_expression': {
      const child = namedOf(node)[0];
      return child === undefined ? { kind: 'ignore', ...spanOf(node) } : inner(child);
    }
    default:
      return { kind: 'ignore', ...spanOf(node) };
  }
}
