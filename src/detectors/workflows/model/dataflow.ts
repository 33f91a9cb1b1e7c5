import { type ContextExpression, type Expression, ungrouped } from './expression.ts';

/** Functions whose result is the text of their arguments, or part of it. */
const passing = new Set(['format', 'join', 'tojson', 'fromjson', 'case']);

/**
 * The contexts whose text may end up in what an expression expands to: operands of comparisons and arguments of
 * tests do not, the left side of `&&` only when it is empty.
 */
export function expandedContexts(expression: Expression): readonly ContextExpression[] {
  const found: ContextExpression[] = [];
  const waiting = [expression];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const current = ungrouped(next);
    if (current.kind === 'context') found.push(current);
    else waiting.push(...flowingParts(current).toReversed());
  }
  return found;
}

function flowingParts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'context':
    case 'not':
      return [];
    case 'call':
      return passing.has(expression.name) ? expression.args : [];
    case 'group':
      return [expression.inner];
    case 'binary':
      if (expression.operator === '||') return [expression.left, expression.right];
      return expression.operator === '&&' ? [expression.right] : [];
  }
}
