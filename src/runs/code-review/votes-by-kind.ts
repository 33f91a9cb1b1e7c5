import type { CodeKind } from '../../contracts/code-review.ts';
import type { CodeVote } from '../../contracts/store.ts';
import type { KindVotes } from './lower-by-votes.ts';

/** How many more votes say "not useful" than "useful", by kind. */
export function votesByKind(votes: readonly CodeVote[]): KindVotes {
  const counts = new Map<CodeKind, number>();
  for (const { kind, vote } of votes)
    counts.set(kind, (counts.get(kind) ?? 0) + (vote === 'not-useful' ? 1 : -1));
  return counts;
}
