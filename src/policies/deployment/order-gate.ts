import type { Gate } from './gate.ts';
import { off, pass, refuse, short, unread, unreadable } from './verdict.ts';

/** Promotion order: the newest deployment of every earlier environment is of this commit, and active. */
export const orderGate: Gate = ({ request, earlier }, { environment }) => {
  const { after } = environment;
  if (after.length === 0) return off('No environment comes first.');
  if (request.operation === 'rollback') return off('A rollback does not ask for it.');
  if (earlier === undefined) return unread;
  if (earlier.kind === 'unreadable') return unreadable('earlier-deployments', earlier.reason);
  const lacking = after.filter(
    name => !earlier.value.some(one => one.environment === name && one.active && one.sha === request.sha),
  );
  const [first] = lacking;
  if (first === undefined) return pass(`Active in ${after.map(name => `\`${name}\``).join(', ')}.`);
  return refuse(
    'not-promoted',
    `\`${short(request.sha)}\` is not active in ${lacking.map(name => `\`${name}\``).join(', ')}.`,
    `Deploy it there first: \`/devops deploy ${first}\`.`,
  );
};
