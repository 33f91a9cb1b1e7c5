/** What was asked of AWS: an answer, or why there is none. */
export type Reading<T> =
  | {
      readonly kind: 'read';
      readonly value: T;
      /** What was left out, for example by a cap. */
      readonly cut?: string | undefined;
    }
  /** Denied, not reached, too slow: nothing is known, which is never good news. `code` as of a refused tool call. */
  | { readonly kind: 'unread'; readonly code: string; readonly why: string };

/** A figure of one resource, or why there is none. */
export type Figure =
  | { readonly kind: 'known'; readonly value: number }
  | { readonly kind: 'unknown'; readonly why: string };
