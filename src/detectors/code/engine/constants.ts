import type { Constant } from './value.ts';

/** The result of an operator on constants; undefined when it is none that is folded. */
export function foldBinary(operator: string, left: Constant, right: Constant): Constant | undefined {
  switch (operator) {
    case '===':
    case '==':
      return left === right;
    case '!==':
    case '!=':
      return left !== right;
    case 'in':
      return typeof left === 'string' && typeof right === 'string' ? right.includes(left) : undefined;
    case 'not in':
      return typeof left === 'string' && typeof right === 'string' ? !right.includes(left) : undefined;
    case '*':
      if (typeof left === 'string' || typeof right === 'string') return undefined;
      break;
    default:
  }
  if (typeof left === 'string' && typeof right === 'string') return compare(operator, left, right);
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  return compare(operator, left, right) ?? arithmetic(operator, left, right);
}

function compare<T extends string | number>(operator: string, left: T, right: T): boolean | undefined {
  switch (operator) {
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
    default:
      return undefined;
  }
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? undefined : left / right;
    case '//':
      return right === 0 ? undefined : Math.floor(left / right);
    case '%':
      return right === 0 ? undefined : left % right;
    case '**':
      return left ** right;
    case '|':
      return left | right;
    case '&':
      return left & right;
    default:
      return undefined;
  }
}

/** Whether a constant counts as true; the same in every language for what is met in conditions. */
export function truthOf(constant: Constant): boolean {
  return constant !== null && constant !== false && constant !== 0 && constant !== '';
}
