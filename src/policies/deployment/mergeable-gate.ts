import type { Gate } from './gate.ts';
import { off, pass, refuse, unread } from './verdict.ts';

/** A pull request that conflicts with its base would be something else once merged. */
export const mergeableGate: Gate = ({ request, change }) => {
  if (request.operation === 'rollback') return off('A rollback does not ask for it.');
  if (change === undefined) return unread;
  if (change.pullRequest === null) return off('Not from a pull request.');
  switch (change.pullRequest.mergeable) {
    case 'yes':
      return pass('No conflicts with the base.');
    case 'conflicting':
      return refuse('conflicts', 'The pull request conflicts with its base.', 'Resolve the conflicts.');
    case 'unknown':
      return refuse(
        'mergeable-unknown',
        'GitHub has not found out yet whether the pull request conflicts with its base.',
        'Ask again in a minute.',
      );
  }
};
