import type { Gate } from './gate.ts';
import { countReviews } from './reviews.ts';
import { off, pass, refuse, short, unread, unreadable } from './verdict.ts';

/** Forks are off; where they are on, only a commit that somebody with write access approved, even for a dry run. */
export const forkGate: Gate = ({ request, change }, { environment }) => {
  if (request.operation === 'rollback') return off('A rollback goes to a commit that was deployed before.');
  if (change === undefined) return unread;
  const { pullRequest } = change;
  if (pullRequest === null || !pullRequest.fork) return pass('Not from a fork.');
  if (environment.gates.forks === 'refuse')
    return refuse(
      'fork',
      `Pull requests from forks are not deployed to \`${environment.name}\`.`,
      'Push the change to a branch of this repository, or set `forks: with-review` for the environment.',
    );
  if (pullRequest.reviews.kind === 'unreadable') return unreadable('reviews', pullRequest.reviews.reason);
  const { approvals } = countReviews(pullRequest.reviews.value, {
    author: pullRequest.author,
    sha: request.sha,
  });
  if (approvals.length > 0) return pass(`\`${short(request.sha)}\` of the fork was approved.`);
  return refuse(
    'fork-needs-review',
    `\`${short(request.sha)}\` comes from a fork, and nobody with write access has approved exactly this commit.`,
    'Review the commit and approve it, then ask again.',
  );
};
