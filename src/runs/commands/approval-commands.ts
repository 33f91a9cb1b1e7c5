import { approve, reject } from '../../commands/index.ts';
import type { Approval, ApprovalAnswer, ApprovalRefusal } from '../../contracts/approval.ts';
import type { ActorFacts } from '../../contracts/gate.ts';
import { approvableNeeds } from '../../policies/index.ts';
import { repositoryKey } from '../run-parts.ts';
import type { CommandCall } from './command-run.ts';
import { memberships } from './deploy-policy.ts';

/** `/devops approve`. */
export async function approveRun(call: CommandCall): Promise<undefined> {
  const read = approve.read(call.run.command);
  if (read.kind === 'usage') return await call.reply(`${read.message}\n\nUsage: \`${approve.usage}\``);
  return await decide(call, { id: read.value.run, word: 'approve', reason: '' });
}

/** `/devops reject`. */
export async function rejectRun(call: CommandCall): Promise<undefined> {
  const read = reject.read(call.run.command);
  if (read.kind === 'usage') return await call.reply(`${read.message}\n\nUsage: \`${reject.usage}\``);
  return await decide(call, { id: read.value.run, word: 'reject', reason: read.value.reason });
}

/** A person's word on something that waits: recorded if the person may give it, and the run looks again. */
export async function decide(
  call: CommandCall,
  word: { readonly id: string; readonly word: 'approve' | 'reject'; readonly reason: string },
): Promise<undefined> {
  const { run, context, parts, reply } = call;
  const approval = await findApproval(call, word.id);
  if (approval === undefined)
    return await reply('Nothing of that id waits for an approval. `/devops status` shows what does.');
  const { login } = context.request.actor;
  const teams = [...new Set(approval.needs.flatMap(({ allowed }) => allowed.teams))];
  const actor: ActorFacts = { login, role: call.role, teams: await memberships(call, login, teams) };
  const approvable = approvableNeeds(approval.needs, actor);
  const isRequester = approval.requestedBy.toLowerCase() === login.toLowerCase();
  if (approvable.kind === 'none' && !(word.word === 'reject' && isRequester)) {
    // Who may not decide, and may not deploy either, gets no text.
    return actor.role === 'triage' || actor.role === 'read'
      ? await call.refuse()
      : await reply(`${approvable.message} ${approvable.next}`);
  }
  const answer = await context.step('word', () =>
    parts.store.approvals.decide({
      repository: repositoryKey(run.repository),
      id: approval.id,
      // The comment names the run, and a run has one plan.
      digest: approval.digest,
      word: word.word,
      by: login,
      satisfies: approvable.kind === 'some' ? approvable.names : [],
      reason: word.reason,
      now: parts.now().toISOString(),
    }),
  );
  await context.step('audit-word', () => audit(call, approval, answer));
  if (answer.kind === 'refused') return await reply(refusals[answer.code]);
  await parts.wake([approval.runId]);
  return undefined;
}

async function findApproval({ run, parts }: CommandCall, id: string): Promise<Approval | undefined> {
  const repository = repositoryKey(run.repository);
  const now = parts.now().toISOString();
  const exact = await parts.store.approvals.find({ repository, id, now });
  if (exact !== undefined) return exact;
  const matching = (await parts.store.approvals.pending({ repository, now })).filter(approval =>
    approval.id.startsWith(id),
  );
  return matching.length === 1 ? matching[0] : undefined;
}

async function audit(call: CommandCall, approval: Approval, answer: ApprovalAnswer): Promise<true> {
  const { context, parts, run } = call;
  await parts.store.audit.append({
    at: parts.now().toISOString(),
    runId: approval.runId,
    repository: repositoryKey(run.repository),
    actor: context.request.actor.login,
    action: `approval.${answer.kind}`,
    details: {
      kind: approval.kind,
      digest: approval.digest,
      code: answer.kind === 'refused' ? answer.code : null,
    },
  });
  return true;
}

const refusals: Readonly<Record<ApprovalRefusal, string>> = {
  unknown: 'Nothing of that id waits for an approval.',
  digest: 'What waits is not what you saw any more. Look at it again.',
  self: 'You asked for it yourself, so somebody else must approve it.',
  twice: 'You have approved it already; somebody else must, too.',
  'not-allowed': 'You may not approve this.',
  'already-rejected': 'It was rejected already.',
  'already-approved': 'It is approved already.',
  consumed: 'It was approved and has begun already.',
  expired: 'It has expired. `/devops retry` asks again.',
};
