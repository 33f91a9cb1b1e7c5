import type { Gate } from './gate.ts';
import { isBase } from './ref-pattern.ts';
import { off, pass, refuse, short, unread } from './verdict.ts';

/** A commit comes from this pull request, or from a branch that deployments may come from; from nowhere else. */
export const originGate: Gate = ({ request, change }, { environment }) => {
  if (request.operation === 'rollback') return off('A rollback goes to a commit that was deployed before.');
  if (change === undefined) return unread;
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(request.sha))
    return refuse(
      'not-a-commit',
      'What is to be deployed is not a full commit SHA.',
      'Give all of its digits.',
    );
  const commit = `\`${short(request.sha)}\``;
  if (change.pullRequest !== null) {
    if (change.pullRequest.number === request.pullRequest) return pass(`${commit} is of this pull request.`);
    return refuse('other-pull-request', `${commit} is of another pull request.`, 'Deploy it from there.');
  }
  const { onBranch, defaultBranch } = change;
  if (onBranch !== null && isBase(environment.gates.bases, { branch: onBranch, defaultBranch }))
    return pass(`${commit} is on \`${onBranch}\`.`);
  return refuse(
    'not-on-branch',
    `${commit} is on no branch that may be deployed.`,
    'Merge it first, or deploy it from its pull request.',
  );
};
