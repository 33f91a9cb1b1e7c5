import { type Expression, ExpressionError, type FunctionName, type Value } from './expression.ts';

/** What references refer to: `inputs`, `steps` and `context`. */
export type Scope = { readonly [name: string]: Value };

/**
 * The value of an expression. Types are not converted: comparing a number with a text, or taking anything but a truth
 * value for one, is an error rather than a guess. A reference to something that is not there is null.
 *
 * @throws ExpressionError with the offset of what does not fit.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'reference':
      return valueAt(scope, expression.path);
    case 'not':
      return !truth(expression.operand, scope);
    case 'and':
      return truth(expression.left, scope) && truth(expression.right, scope);
    case 'or':
      return truth(expression.left, scope) || truth(expression.right, scope);
    case 'comparison':
      return compare(expression, evaluate(expression.left, scope), evaluate(expression.right, scope));
    case 'call':
      return call(
        expression,
        expression.operands.map(operand => evaluate(operand, scope)),
      );
  }
}

/** The value of a condition. @throws ExpressionError also when it is no truth value. */
export function truth(expression: Expression, scope: Scope): boolean {
  const value = evaluate(expression, scope);
  if (typeof value === 'boolean') return value;
  throw new ExpressionError(
    `is ${kindOf(value)}, not true or false; compare it with something`,
    expression.at,
  );
}

function valueAt(scope: Value, path: readonly (string | number)[]): Value {
  let value: Value = scope;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return null;
    value = (value as { readonly [name: string]: Value })[segment] ?? null;
  }
  return value;
}

function compare(
  { operator, at }: Extract<Expression, { kind: 'comparison' }>,
  left: Value,
  right: Value,
): boolean {
  if (operator === '==' || operator === '!=') {
    const comparable = left === null || right === null || kindOf(left) === kindOf(right);
    if (!comparable) throw new ExpressionError(`compares ${kindOf(left)} with ${kindOf(right)}`, at);
    return same(left, right) === (operator === '==');
  }
  const bothNumbers = typeof left === 'number' && typeof right === 'number';
  const bothTexts = typeof left === 'string' && typeof right === 'string';
  if (!bothNumbers && !bothTexts)
    throw new ExpressionError(`cannot order ${kindOf(left)} and ${kindOf(right)}`, at);
  const order = left < right ? -1 : left > right ? 1 : 0;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function same(left: Value, right: Value): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return left === right;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every(name => Object.hasOwn(right, name) && same(valueAt(left, [name]), valueAt(right, [name])))
  );
}

function call(
  { name, at }: { readonly name: FunctionName; readonly at: number },
  operands: readonly Value[],
): Value {
  const [first = null, second = null] = operands;
  switch (name) {
    case 'length':
      if (typeof first === 'string' || isList(first)) return first.length;
      throw new ExpressionError(`takes the length of ${kindOf(first)}; lists and texts have one`, at);
    case 'contains':
      if (isList(first)) return first.some(entry => same(entry, second));
      throw new ExpressionError(
        `looks into ${kindOf(first)}; contains looks for a whole entry of a list`,
        at,
      );
    case 'any':
      if (isList(first)) return first.length > 0;
      throw new ExpressionError(`asks whether ${kindOf(first)} has entries; lists have`, at);
  }
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function kindOf(value: Value): string {
  if (value === null) return 'nothing';
  if (isList(value)) return 'a list';
  const names = {
    boolean: 'a truth value',
    number: 'a number',
    string: 'a text',
    object: 'an object',
  } as const;
  return names[typeof value as keyof typeof names];
}
