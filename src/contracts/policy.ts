/** A decision with a stable reason code; policies return these and never throw. */
export type Decision =
  | { readonly kind: 'allow' }
  | { readonly kind: 'deny'; readonly code: string; readonly message: string; readonly next: string }
  | { readonly kind: 'needs-approval'; readonly code: string; readonly message: string };

export const allow: Decision = { kind: 'allow' };
