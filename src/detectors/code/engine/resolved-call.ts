import { placeOf } from './assign.ts';
import type { SeenCall } from './call-view.ts';
import type { Expression } from './ir.ts';
import type { Value } from './value.ts';

/** A call whose callee has been looked up. */
export type ResolvedCall = SeenCall & {
  readonly target: Value;
  readonly span: { readonly start: number; readonly end: number };
};

/** Where a call's receiver is kept, if it is kept anywhere. */
export function receiverPlace({ call }: ResolvedCall): ReturnType<typeof placeOf> {
  return call.callee.kind === 'member' ? placeOf(rootOf(call.callee.object)) : undefined;
}

/** What a chain of calls such as `builder.append(a).append(b)` is about, in Java. */
function rootOf(expression: Expression): Expression {
  let at = expression;
  while (at.kind === 'call' && at.callee.kind === 'member' && fluent.has(at.callee.property))
    at = at.callee.object;
  return at;
}

const fluent: ReadonlySet<string> = new Set(['append', 'insert']);
