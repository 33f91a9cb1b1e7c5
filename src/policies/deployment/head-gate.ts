import type { PullRequestFacts, RequestFacts } from '../../contracts/gate.ts';
import type { Gate } from './gate.ts';
import { off, pass, refuse, short, unread } from './verdict.ts';

/**
 * The commit is the one that the person saw: named in the comment, or the head that the server had seen strictly
 * before it. A push after the comment, by whomever, is not deployed.
 */
export const headGate: Gate = ({ request, change }, { environment }) => {
  if (request.operation === 'rollback') return off('A rollback goes to a commit that was deployed before.');
  if (change === undefined) return unread;
  const { pullRequest } = change;
  if (pullRequest === null) return off('Not from a pull request.');
  const again = `Look at the change, then comment \`/devops deploy ${environment.name} --ref ${pullRequest.headSha}\`.`;
  if (!pullRequest.headExists)
    return refuse('head-deleted', 'The branch of this pull request was deleted.', 'Restore the branch.');
  if (request.namedSha !== null && !pullRequest.headSha.startsWith(request.namedSha))
    return refuse('ref-not-head', 'The commit after `--ref` is not the head of this pull request.', again);
  if (request.sha !== pullRequest.headSha)
    return refuse('head-changed', `The head moved on to \`${short(pullRequest.headSha)}\`.`, again);
  // An abbreviated one must fit, and says too little: another commit that begins so can be made.
  if (request.namedSha === request.sha) return pass(`\`${short(request.sha)}\` was named.`);
  if (request.trigger !== 'person') return pass(`\`${short(request.sha)}\` is the head.`);
  return seenBefore(request, pullRequest, { production: environment.production, again });
};

function seenBefore(
  request: RequestFacts,
  pullRequest: PullRequestFacts,
  { production, again }: { readonly production: boolean; readonly again: string },
): ReturnType<Gate> {
  const { recordedHead, askedAt } = request;
  const suiteAt = pullRequest.firstCheckSuiteAt;
  const suiteFirst = suiteAt !== null && new Date(suiteAt) < new Date(askedAt);
  if (recordedHead !== null && recordedHead !== request.sha)
    return refuse(
      'head-changed',
      `The head was \`${short(recordedHead)}\` when this was asked and is \`${short(request.sha)}\` now.`,
      again,
    );
  if (recordedHead !== null && suiteAt !== null && !suiteFirst)
    return refuse(
      'head-too-new',
      `The first check of \`${short(request.sha)}\` is not older than the comment.`,
      again,
    );
  if (recordedHead !== null) return pass(`\`${short(request.sha)}\` was the head when this was asked.`);
  // A check suite says that the commit was pushed, not that it was the head: too little for production.
  if (suiteFirst && !production) return pass(`\`${short(request.sha)}\` was pushed before this was asked.`);
  return refuse(
    'head-unknown',
    'The server did not see which commit this pull request had when this was asked.',
    again,
  );
}
