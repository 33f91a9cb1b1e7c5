import type { PullRequestFacts, ReviewFact } from '../../contracts/gate.ts';
import { sameName } from './membership.ts';

/** What the newest review of each person comes to, for one commit. */
export type ReviewCount = {
  /** People with write access, other than the author, whose newest review approves exactly this commit. */
  readonly approvals: readonly string[];
  /** The same, of an earlier commit. */
  readonly outdated: readonly string[];
  /** People with write access whose newest review asks for changes, of whatever commit. */
  readonly changesRequested: readonly string[];
};

/** Counts reviews bound to a commit. */
export function countReviews(
  reviews: readonly ReviewFact[],
  { author, sha }: { readonly author: PullRequestFacts['author']; readonly sha: string },
): ReviewCount {
  const counted = reviews.filter(review => review.canWrite && !sameName(review.author, author));
  const approving = counted.filter(review => review.state === 'approved');
  const names = (of: readonly ReviewFact[]) => [...new Set(of.map(review => review.author.toLowerCase()))];
  return {
    approvals: names(approving.filter(review => review.commitSha === sha)),
    outdated: names(approving.filter(review => review.commitSha !== sha)),
    changesRequested: names(counted.filter(review => review.state === 'changes-requested')),
  };
}
