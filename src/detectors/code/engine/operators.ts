import { foldBinary, truthOf } from './constants.ts';
import type { Expression } from './ir.ts';
import type { Machine } from './machine.ts';
import { allocate, deepTaints, emptyObject, isLiteral, readAny } from './objects.ts';
import { constantValue, derivedTaints, harmless, joinTaints, unknown, type Value } from './value.ts';

/** Where a text begins so that what follows cannot choose the host. */
const fixedHost = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#\\]+[/?#]/i;

/** A text put together from parts, or a sum of numbers. */
export function concat(machine: Machine, parts: readonly Value[]): Value {
  if (parts.every(part => part.constant !== undefined)) {
    const constants = parts.map(part => part.constant);
    if (constants.every(constant => typeof constant === 'number'))
      return constantValue(constants.reduce<number>((a, b) => a + Number(b), 0));
    return constantValue(constants.map(String).join(''));
  }
  const redirect = machine.models.bitOf('open-redirect');
  const request = machine.models.bitOf('ssrf');
  let prefix: string | undefined = '';
  let taints = parts[0]?.taints ?? [];
  taints = [];
  for (const part of parts) {
    const own = deepTaints(machine, part);
    if (own.length > 0) {
      let bits = 0;
      if (prefix !== undefined && fixedHost.test(prefix)) bits |= redirect | request;
      if (prefix !== undefined && /^(?:redirect:)?\/[^/\\]/.test(prefix)) bits |= redirect;
      if (prefix !== undefined && /^(?:\?|#)/.test(prefix)) bits |= redirect;
      taints = joinTaints(
        taints,
        bits === 0 ? own : own.map(taint => ({ ...taint, safe: taint.safe | bits })),
      );
    }
    // Past an unknown part the text is not known, but what it began with still decides the host.
    if (prefix !== undefined) {
      if (part.constant !== undefined) prefix += String(part.constant);
      else if (part.taints.length > 0 && !fixedHost.test(prefix) && !/^(?:redirect:)?\/[^/\\]/.test(prefix))
        prefix = undefined;
      else if (prefix === '' && part.taints.length === 0) prefix = 'unknown://unknown/';
    }
  }
  const literal = parts.every(part => isLiteral(machine, part));
  const hasText = parts.some(part => part.literal) || parts.some(part => part.composed);
  return {
    ...unknown,
    taints: derivedTaints(taints),
    literal,
    composed: !literal && (hasText || parts.length > 1),
  };
}

const comparisons: ReadonlySet<string> = new Set([
  '==',
  '===',
  '!=',
  '!==',
  '<',
  '>',
  '<=',
  '>=',
  'in',
  'not in',
  'instanceof',
]);

/** A binary operator on the values of its operands. */
export function binary(machine: Machine, expression: Extract<Expression, { kind: 'binary' }>): Value {
  const left = machine.evaluate(expression.left);
  const right = machine.evaluate(expression.right);
  return applyOperator(machine, { operator: expression.operator, left, right });
}

/** A binary operator on two values. */
export function applyOperator(
  machine: Machine,
  { operator, left, right }: { readonly operator: string; readonly left: Value; readonly right: Value },
): Value {
  if (left.constant !== undefined && right.constant !== undefined) {
    const folded = foldBinary(operator, left.constant, right.constant);
    if (folded !== undefined) return constantValue(folded);
  }
  if (comparisons.has(operator)) return harmless;
  // Python's `%` on a text formats it; `/` on a path joins it.
  if (operator === '%' && typeof left.constant !== 'number' && machine.program.language === 'python')
    return concat(machine, [left, right]);
  if (operator === '/' && machine.program.language === 'python' && typeof right.constant !== 'number') {
    return { ...concat(machine, [left, right]), ref: left.ref };
  }
  if (operator === '+') return concat(machine, [left, right]);
  const repeated =
    operator === '*' && machine.program.language === 'python' ? readAny(machine, left) : undefined;
  if (repeated !== undefined)
    return allocate(machine, { ...emptyObject, rest: { ...repeated, constant: undefined } });
  if (operator === '*' && machine.program.language === 'python')
    return {
      ...unknown,
      taints: derivedTaints(joinTaints(left.taints, right.taints)),
      literal: left.literal && right.literal,
    };
  return harmless;
}

/** A unary operator on the value of its operand. */
export function unary(machine: Machine, expression: Extract<Expression, { kind: 'unary' }>): Value {
  const operand = machine.evaluate(expression.operand);
  if (expression.operator === '!' && operand.constant !== undefined)
    return constantValue(!truthOf(operand.constant));
  if (expression.operator === '-' && typeof operand.constant === 'number')
    return constantValue(-operand.constant);
  return expression.operator === 'void' ? constantValue(null) : harmless;
}

/** The sides of a chain such as `a || b || c`, which may be long. */
export function sidesOf(
  expression: Extract<Expression, { kind: 'logical' }>,
): readonly [Expression, ...Expression[]] {
  const sides: Expression[] = [];
  let at: Expression = expression;
  while (at.kind === 'logical' && at.operator === expression.operator) {
    sides.push(at.right);
    at = at.left;
  }
  return [at, ...sides.reverse()];
}
