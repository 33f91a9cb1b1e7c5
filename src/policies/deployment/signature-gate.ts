import type { Gate } from './gate.ts';
import { off, pass, refuse, short, unread, unreadable } from './verdict.ts';

/** The commit's signature, as far as GitHub could verify it. */
export const signatureGate: Gate = ({ request, change }, { environment }) => {
  if (!environment.gates.verifiedCommits) return off('Signatures are not asked for.');
  if (request.operation === 'rollback') return off('A rollback does not ask for it.');
  if (change === undefined) return unread;
  if (change.verified.kind === 'unreadable') return unreadable('commit-signature', change.verified.reason);
  const commit = `\`${short(request.sha)}\``;
  if (change.verified.value) return pass(`GitHub verified the signature of ${commit}.`);
  return refuse(
    'not-verified',
    `${commit} has no signature that GitHub could verify.`,
    'Sign the commit and push it.',
  );
};
