/** Why a run ends before its answer; the first reason counts. */
export type RunEnd =
  | { readonly kind: 'incomplete'; readonly reason: string }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string }
  | { readonly kind: 'failed'; readonly code: string; readonly reason: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'awaiting-approval' };

/** Thrown through the SDK's loop to leave it; what counts is the session's `end`. */
export class RunEnded extends Error {
  override readonly name = 'RunEnded';
}
