import type { Gate } from './gate.ts';
import { off, pass, refuse, unread, unreadable, warn } from './verdict.ts';

/** A commit that lacks commits of its base. `outdated-update` tells the caller to update the branch. */
export const outdatedGate: Gate = ({ request, change }, { environment }) => {
  const { outdated } = environment.gates;
  if (outdated === 'allow') return off('Being behind the base is allowed.');
  if (request.operation === 'rollback') return off('A rollback does not ask for it.');
  if (change === undefined) return unread;
  if (change.pullRequest === null) return off('Not from a pull request.');
  const { behindBy } = change;
  if (behindBy === undefined) return unread;
  if (behindBy.kind === 'unreadable') return unreadable('comparison-with-base', behindBy.reason);
  if (behindBy.value === 0) return pass('Up to date with the base.');
  const message = `The branch is ${behindBy.value} ${behindBy.value === 1 ? 'commit' : 'commits'} behind its base.`;
  if (outdated === 'warn') return warn('outdated', message, 'Update the branch if that matters.');
  if (outdated === 'update' && !change.pullRequest.fork)
    return refuse(
      'outdated-update',
      `${message} It is being updated.`,
      'Ask again when the checks of the new head are green.',
    );
  return refuse('outdated', message, 'Update the branch, then ask again.');
};
