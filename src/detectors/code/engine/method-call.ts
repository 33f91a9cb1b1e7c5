import type { Target } from './ir.ts';
import type { ResolvedCall } from './resolved-call.ts';
import type { Value } from './value.ts';

/** A call to a method or function that all languages share: of lists, dictionaries and texts. */
export type MethodCall = ResolvedCall & {
  readonly callbacks: readonly Value[];
  readonly place: Target | undefined;
};
