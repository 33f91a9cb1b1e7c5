/** The parts of an account, a label, an issue that tools show. */
type Account = { readonly login: string } | null | undefined;

/** A login; GitHub shows accounts that were deleted as `ghost`. */
export function loginOf(account: Account): string {
  return account?.login ?? 'ghost';
}

/** Labels come as names or as objects. */
export function labelNames(
  labels: readonly (string | { readonly name?: string | undefined })[],
): readonly string[] {
  return labels.map(label => (typeof label === 'string' ? label : (label.name ?? '')));
}
