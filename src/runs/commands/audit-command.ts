import { audit } from '../../commands/index.ts';
import { renderAnswer } from '../../results/answer.ts';
import { runAudit } from '../audit/run-audit.ts';
import { answer } from './answer.ts';
import type { CommandCall } from './command-run.ts';

/** `/devops audit aws`: one comment for audits, edited in place. */
export async function auditCommanded({
  context,
  run,
  parts,
  client,
  reply,
}: CommandCall): Promise<undefined> {
  const read = audit.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${audit.usage}\``);
  const { repository, installationId } = run;
  const { text } = await runAudit(context, { repository, installationId, ...read.value }, parts);
  const body = renderAnswer('audit-aws', text);
  await answer(context, { client, issue: run.issue, topic: 'audit-aws', body });
  return undefined;
}
