import type { Gate } from './gate.ts';
import { countReviews } from './reviews.ts';
import { off, pass, refuse, short, unread, unreadable } from './verdict.ts';

/** Approving reviews of exactly this commit, by people with write access other than the author. */
export const reviewGate: Gate = ({ request, change }, { environment }) => {
  const needed = environment.gates.approvals;
  if (needed === 0) return off('No reviews are required.');
  if (request.operation === 'rollback') return off('A rollback does not ask for it.');
  if (change === undefined) return unread;
  const { pullRequest } = change;
  if (pullRequest === null) return off('Not from a pull request.');
  if (pullRequest.reviews.kind === 'unreadable') return unreadable('reviews', pullRequest.reviews.reason);
  const sha = short(request.sha);
  const count = countReviews(pullRequest.reviews.value, { author: pullRequest.author, sha: request.sha });
  if (count.changesRequested.length > 0)
    return refuse(
      'changes-requested',
      `Changes were requested by ${count.changesRequested.map(name => `\`${name}\``).join(', ')}.`,
      'Settle it with them: they approve, or the review is dismissed.',
    );
  if (count.approvals.length >= needed)
    return pass(`\`${sha}\` was approved by ${count.approvals.map(name => `\`${name}\``).join(', ')}.`);
  const old = count.outdated.length === 0 ? '' : ` ${count.outdated.length} approved an earlier commit.`;
  return refuse(
    'not-approved',
    `\`${sha}\` has ${count.approvals.length} of ${needed} required approvals.${old}`,
    'Have exactly this commit approved by somebody with write access who is not the author.',
  );
};
