import type { Gate } from './gate.ts';
import { isBase } from './ref-pattern.ts';
import { off, pass, refuse, unread } from './verdict.ts';

/** An open pull request, ready where drafts may not be deployed, into a base that may. */
export const pullRequestGate: Gate = ({ request, change }, { environment }) => {
  if (request.operation === 'rollback') return off('A rollback does not ask for it.');
  if (change === undefined) return unread;
  const { pullRequest, defaultBranch } = change;
  if (pullRequest === null) return off('Not from a pull request.');
  if (pullRequest.state !== 'open')
    return refuse(
      'pull-request-closed',
      `This pull request is ${pullRequest.state}.`,
      pullRequest.state === 'merged' ? 'Deploy the branch that it was merged into.' : 'Reopen it.',
    );
  if (pullRequest.draft && !environment.gates.drafts)
    return refuse(
      'draft',
      `Drafts are not deployed to \`${environment.name}\`.`,
      'Mark the pull request as ready for review.',
    );
  const { bases } = environment.gates;
  const allowed = isBase(bases, { branch: pullRequest.baseRef, defaultBranch });
  if (!allowed)
    return refuse(
      'base-not-allowed',
      `Pull requests into this base branch are not deployed to \`${environment.name}\`.`,
      `Change the base to ${bases.length === 0 ? `\`${defaultBranch}\`` : bases.map(base => `\`${base}\``).join(' or ')}.`,
    );
  return pass('Open, and into a base that may be deployed.');
};
