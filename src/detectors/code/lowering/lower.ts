import type { Span } from '../../../contracts/detector.ts';
import type { ClassCode, Expression, FunctionCode, Statement, Target } from '../engine/ir.ts';
import type { Names, Scope } from './scope.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** The parts of one language's lowering, which call each other; a record, because modules must not form cycles. */
export type Lower = {
  readonly text: string;
  readonly names: Names;
  readonly exports: Set<string>;
  expression(node: SyntaxNode, scope: Scope): Expression;
  statements(nodes: readonly SyntaxNode[], scope: Scope): readonly Statement[];
  target(node: SyntaxNode, scope: Scope, declareIn: Scope | undefined): Target;
  functionCode(node: SyntaxNode, scope: Scope, options?: FunctionOptions): FunctionCode;
  classCode(node: SyntaxNode, scope: Scope): ClassCode;
};

export type FunctionOptions = {
  readonly name?: string;
  readonly decorators?: readonly Expression[];
  readonly exported?: boolean;
  readonly instance?: ClassCode['instance'];
  readonly bindsFirst?: boolean;
};

/** The text of a node. */
export function textOf(lower: { readonly text: string }, span: Span): string {
  return lower.text.slice(span.start, span.end);
}

/** The span of a node alone, to spread into what it is lowered to. */
export function spanOf(span: Span): Span {
  return { start: span.start, end: span.end };
}

/** Several expressions evaluated for their effects and joined; what cannot be told more exactly. */
export function opaque(node: SyntaxNode, scope: Scope, lower: Lower): Expression {
  return {
    kind: 'opaque',
    ...spanOf(node),
    expressions: node.children.filter(child => child.named).map(child => lower.expression(child, scope)),
  };
}

/** A constant expression at a place. */
export function constant(span: Span, value: string | number | boolean | null): Expression {
  return { kind: 'constant', ...spanOf(span), value };
}

/**
 * A left-nested chain of one binary operator as its operands in order, so that a concatenation of a thousand
 * strings needs no thousand levels.
 */
export function flattenChain(
  node: SyntaxNode,
  next: (node: SyntaxNode) => { readonly left: SyntaxNode; readonly right: SyntaxNode } | undefined,
): readonly SyntaxNode[] {
  const operands: SyntaxNode[] = [];
  let at = node;
  for (let parts = next(at); parts !== undefined; parts = next(at)) {
    operands.push(parts.right);
    at = parts.left;
  }
  operands.push(at);
  return operands.reverse();
}
