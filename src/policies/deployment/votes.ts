import type { Vote } from '../../contracts/gate.ts';
import { sameName } from './membership.ts';

/** Votes that satisfy a need, one of each person, without those of `except`. */
export function votesFor(need: string, votes: readonly Vote[], except: string | undefined): readonly Vote[] {
  const counted = votes.filter(
    ({ by, satisfies }) => satisfies.includes(need) && (except === undefined || !sameName(by, except)),
  );
  return [...new Map(counted.map(vote => [vote.by.toLowerCase(), vote])).values()];
}
