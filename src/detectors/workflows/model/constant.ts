import type { Expression } from './expression.ts';

export type Constant = string | number | boolean | null;

/**
 * The value of an expression that depends on nothing; undefined otherwise. Coercions follow GitHub's rules
 * (docs.github.com, "Evaluate expressions", operators).
 */
export function constantOf(expression: Expression): Constant | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'context':
      return undefined;
    case 'group':
      return expression.parts.length === 0 ? constantOf(expression.inner) : undefined;
    case 'not': {
      const value = constantOf(expression.operand);
      return value === undefined ? undefined : !isTruthy(value);
    }
    case 'call':
      return expression.parts.length === 0 ? constantCall(expression.name, expression.args) : undefined;
    case 'binary': {
      const left = constantOf(expression.left);
      const right = left === undefined ? undefined : constantOf(expression.right);
      return left === undefined || right === undefined
        ? undefined
        : applyOperator(expression.operator, left, right);
    }
  }
}

export function isTruthy(value: Constant): boolean {
  return !(value === false || value === null || value === '' || value === 0 || Number.isNaN(value));
}

function constantCall(name: string, args: readonly Expression[]): Constant | undefined {
  if (args.length === 0) return undefined;
  const values: Constant[] = [];
  for (const argument of args) {
    const value = constantOf(argument);
    if (value === undefined) return undefined;
    values.push(value);
  }
  const [first = '', second = ''] = values.map(value => textOf(value));
  switch (name) {
    case 'contains':
      return first.toLowerCase().includes(second.toLowerCase());
    case 'startswith':
      return first.toLowerCase().startsWith(second.toLowerCase());
    case 'endswith':
      return first.toLowerCase().endsWith(second.toLowerCase());
    case 'format':
      return first.replaceAll(/\{(\d{1,3})\}/g, (_, index: string) =>
        textOf(values[Number(index) + 1] ?? null),
      );
    case 'join':
      return first;
    case 'tojson':
      return JSON.stringify(values[0] ?? null);
    default:
      return undefined;
  }
}

function textOf(value: Constant): string {
  return value === null ? '' : String(value);
}

function applyOperator(operator: string, left: Constant, right: Constant): Constant {
  if (operator === '&&') return isTruthy(left) ? right : left;
  if (operator === '||') return isTruthy(left) ? left : right;
  const order = compare(left, right);
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Strings compare without case, everything else as numbers; NaN when they cannot be compared. */
function compare(left: Constant, right: Constant): number {
  if (typeof left === 'string' && typeof right === 'string') {
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  const [a, b] = [toNumber(left), toNumber(right)];
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
}

function toNumber(value: Constant): number {
  if (typeof value === 'string') return value.trim() === '' ? 0 : Number(value);
  return Number(value ?? 0);
}
