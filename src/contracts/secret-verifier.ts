/** What asking a provider about a secret came to. `reason` is a sentence part of ours, never the provider's text. */
export type SecretVerdict =
  | { readonly kind: 'accepted' }
  /** `doubt` is a sentence part about how it may be valid all the same; undefined when it is not. */
  | { readonly kind: 'refused'; readonly doubt: string | undefined }
  | { readonly kind: 'no-answer'; readonly reason: string }
  /** There is no harmless call for this kind. */
  | { readonly kind: 'unsupported' };

/**
 * Asks the provider that issued a secret, and nobody else, whether it is accepted. Never throws for what a provider
 * does, never tells, logs or stores the secret.
 */
export type SecretVerifier = {
  /** Whether secrets of a rule can be asked about at all. */
  readonly supports: (rule: string) => boolean;
  readonly verify: (rule: string, secret: string) => Promise<SecretVerdict>;
};
