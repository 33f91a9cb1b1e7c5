import type { Span } from '../../../contracts/detector.ts';

/**
 * GitHub's expression language (docs.github.com, "Evaluate expressions in workflows and actions"), as a tree
 * whose spans are offsets into the text that was parsed.
 */
export type Expression =
  | LiteralExpression
  | ContextExpression
  | CallExpression
  | (Span & { readonly kind: 'not'; readonly operand: Expression })
  | BinaryExpression
  | (Span & { readonly kind: 'group'; readonly inner: Expression; readonly parts: readonly Accessor[] });

export type LiteralExpression = Span & {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
};

/** `github.event['issue'].title`: a context and the way into it. */
export type ContextExpression = Span & {
  readonly kind: 'context';
  readonly name: string;
  readonly parts: readonly Accessor[];
};

/** `fromJSON(x).field`: a function's result and the way into it. */
export type CallExpression = Span & {
  readonly kind: 'call';
  /** Lower case: GitHub's function names have no case. */
  readonly name: string;
  readonly args: readonly Expression[];
  readonly parts: readonly Accessor[];
};

export type BinaryExpression = Span & {
  readonly kind: 'binary';
  readonly operator: '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=';
  readonly left: Expression;
  readonly right: Expression;
};

export type Accessor =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'index'; readonly index: Expression }
  | { readonly kind: 'star' };

/** The parts of an expression directly below it. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'context':
      return indices(expression.parts);
    case 'call':
      return [...expression.args, ...indices(expression.parts)];
    case 'not':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'group':
      return [expression.inner, ...indices(expression.parts)];
  }
}

function indices(parts: readonly Accessor[]): readonly Expression[] {
  return parts.flatMap(part => (part.kind === 'index' ? [part.index] : []));
}

/** An expression and everything in it, outermost first. */
export function withDescendants(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  const waiting = [expression];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    waiting.push(...childrenOf(next).toReversed());
  }
  return found;
}

/**
 * A context as a lower-case dotted path, with literal indices written as properties and computed or numeric
 * ones as `*`: `github['event'].commits[0].message` is `github.event.commits.*.message`.
 */
export function pathOf(context: ContextExpression): string {
  return [context.name, ...context.parts.map(segmentOf)].join('.').toLowerCase();
}

function segmentOf(part: Accessor): string {
  if (part.kind === 'property') return part.name;
  if (part.kind === 'star') return '*';
  return part.index.kind === 'literal' && typeof part.index.value === 'string' ? part.index.value : '*';
}

/** The expression without enclosing parentheses. */
export function ungrouped(expression: Expression): Expression {
  return expression.kind === 'group' && expression.parts.length === 0
    ? ungrouped(expression.inner)
    : expression;
}
