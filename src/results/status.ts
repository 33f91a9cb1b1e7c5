/** What `/devops status` says about a pull request's newest review. */
export function renderStatus(
  review:
    | { readonly headSha: string; readonly outcome: string; readonly openCount: number; readonly at: string }
    | undefined,
): string {
  if (review === undefined)
    return 'This pull request has not been reviewed yet. Comment `/devops review` to have it reviewed now.';
  const open = review.openCount === 1 ? '1 open finding' : `${review.openCount} open findings`;
  return `Security review of ${review.headSha.slice(0, 7)}: **${review.outcome}**, ${open} (${review.at}).`;
}
