import type { Target } from '../engine/ir.ts';
import type { JavaLower } from './java-lower.ts';
import { spanOf, textOf } from './lower.ts';
import type { Scope } from './scope.ts';
import { namedOf, type SyntaxNode } from './syntax-node.ts';

type Options = {
  readonly node: SyntaxNode;
  readonly scope: Scope;
  /** Where names are declared; undefined for an assignment to existing ones. */
  readonly declareIn: Scope | undefined;
  readonly lower: JavaLower;
};

/** Lowers what stands on the left of an assignment, or the name in a declaration. */
export function javaTarget(options: Options): Target {
  const { node, scope, declareIn, lower } = options;
  switch (node.type) {
    case 'identifier': {
      if (declareIn !== undefined)
        return {
          kind: 'variable',
          ...spanOf(node),
          variable: lower.names.declare(declareIn, textOf(lower, node)),
        };
      lower.assigned.add(textOf(lower, node));
      const place = lower.expression(node, scope);
      if (place.kind === 'name') return { kind: 'variable', ...spanOf(node), variable: place.variable };
      return place.kind === 'member' ? place : { kind: 'ignore', ...spanOf(node) };
    }
    case 'field_access':
    case 'array_access': {
      const place = lower.expression(node, scope);
      if (place.kind === 'member') lower.assigned.add(place.property);
      return place.kind === 'member' || place.kind === 'index' ? place : { kind: 'ignore', ...spanOf(node) };
    }
    case 'parenthesized_expression': {
      const inner = namedOf(node)[0];
      return inner === undefined
        ? { kind: 'ignore', ...spanOf(node) }
        : javaTarget({ ...options, node: inner });
    }
    default:
      return { kind: 'ignore', ...spanOf(node) };
  }
}
