import type { Gate } from './gate.ts';
import { matchesAny } from './ref-pattern.ts';
import { off, pass, refuse, unread } from './verdict.ts';

/** Head branches that may be deployed. A fork's branch name is its owner's choice and proves nothing. */
export const branchGate: Gate = ({ request, change }, { environment }) => {
  const { branches } = environment.gates;
  if (branches.length === 0) return off('Every branch may be deployed.');
  if (request.operation === 'rollback') return off('A rollback does not ask for it.');
  if (change === undefined) return unread;
  const { pullRequest, onBranch } = change;
  const wanted = branches.map(branch => `\`${branch}\``).join(' or ');
  if (pullRequest?.fork === true)
    return refuse(
      'branch-of-fork',
      'A branch of a fork counts as none of the branches that may be deployed.',
      `Push the change to a branch of this repository that is called ${wanted}.`,
    );
  const branch = pullRequest === null ? onBranch : pullRequest.headRef;
  if (branch !== null && matchesAny(branches, branch)) return pass('The branch may be deployed.');
  return refuse(
    'branch-not-allowed',
    'This branch may not be deployed here.',
    `Use a branch called ${wanted}.`,
  );
};
