/** A JSON value. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

/** Where a value comes from: `inputs.service`, `steps.scan.output.findings[0]`, `context.repository`. */
export type Reference = { readonly kind: 'reference'; readonly path: readonly (string | number)[] };

export const comparisons = ['==', '!=', '<=', '>=', '<', '>'] as const;
export type Comparison = (typeof comparisons)[number];

/** The functions that expressions may call. */
export const functionNames = ['length', 'contains', 'any'] as const;
export type FunctionName = (typeof functionNames)[number];

/** A parsed expression. `at` is the offset of its first character. */
export type Expression = { readonly at: number } & (
  | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
  | Reference
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'comparison';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly operands: readonly Expression[] }
);

/** An expression that cannot be read or carried out; `at` is the offset in its source. */
export class ExpressionError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Every reference in an expression. */
export function referencesIn(expression: Expression): readonly (Reference & { readonly at: number })[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'reference':
      return [expression];
    case 'not':
      return referencesIn(expression.operand);
    case 'and':
    case 'or':
    case 'comparison':
      return [...referencesIn(expression.left), ...referencesIn(expression.right)];
    case 'call':
      return expression.operands.flatMap(referencesIn);
  }
}
