import type { Gate } from './gate.ts';
import { off, pass, unread } from './verdict.ts';
import { votesFor } from './votes.ts';

/** Approvals of exactly this deployment by people whom the configuration names, never by who asked for it. */
export const confirmationGate: Gate = ({ request, actor, stored }, { environment }) => {
  const { confirmation } = environment.gates;
  if (confirmation === null) return off('No confirmation is asked for.');
  if (request.operation === 'rollback') return off('A rollback does not ask for it.');
  if (stored === undefined) return unread;
  const votes = votesFor('confirmation', stored.approvals, actor?.login);
  if (votes.length >= confirmation.count)
    return pass(`Confirmed by ${votes.map(vote => `\`${vote.by}\``).join(', ')}.`);
  return {
    verdict: 'needs-approval',
    code: 'needs-confirmation',
    message: `${votes.length} of ${confirmation.count} confirmations.`,
    next: `Somebody else comments \`/devops approve ${request.runId}\`.`,
    approvers: confirmation.allowed,
    count: confirmation.count,
  };
};
