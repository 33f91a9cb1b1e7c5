import { actorPermission } from '../../policies/index.ts';
import { findLineMarker } from '../../results/line-comment.ts';
import { repositoryKey } from '../run-parts.ts';
import type { CodeReviewing } from './review-pull-request-code.ts';

/** Most people whose permission is asked for in one review. */
const maxPeople = 10;

/**
 * Reactions have no webhook, so they are read with the next review: 👎 and 👍 of people with write permission count as
 * votes on the kind. Votes that are known cost nothing; a new one costs a call per person.
 */
export async function learnFromReactions({ threads, client, target, parts }: CodeReviewing): Promise<number> {
  if (threads.length === 0) return 0;
  const repository = repositoryKey(target.repository);
  const known = new Set(
    (await parts.store.code.votes(repository)).map(({ fingerprint, actor }) => `${fingerprint} ${actor}`),
  );
  const mayVote = new Map<string, boolean>();
  const isWriter = async (login: string): Promise<boolean> => {
    if (!mayVote.has(login) && mayVote.size < maxPeople) {
      const role = await client.roleOf(login);
      mayVote.set(login, actorPermission({ role, needed: 'write' }).kind === 'allow');
    }
    return mayVote.get(login) === true;
  };
  let learned = 0;
  for (const { comment, thumbsUp, thumbsDown } of threads) {
    const about = findLineMarker(comment.body);
    if (about === undefined) continue;
    const votes = [
      ...thumbsDown.map(actor => ({ actor, vote: 'not-useful' as const })),
      ...thumbsUp.map(actor => ({ actor, vote: 'useful' as const })),
    ];
    for (const { actor, vote } of votes) {
      if (known.has(`${about.fingerprint} ${actor}`) || !(await isWriter(actor))) continue;
      await parts.store.code.vote({ repository, ...about, actor, vote, at: parts.now().toISOString() });
      known.add(`${about.fingerprint} ${actor}`);
      learned += 1;
    }
  }
  return learned;
}
