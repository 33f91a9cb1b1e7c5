import { audit } from '../../commands/index.ts';
import type { RunWaiting } from '../../contracts/engine.ts';
import { chooseControls } from '../../controls/choose-controls.ts';
import { renderAnswer } from '../../results/answer.ts';
import { runAudit } from '../audit/run-audit.ts';
import { runFix } from '../audit/run-fix.ts';
import { answer } from './answer.ts';
import type { CommandCall } from './command-run.ts';

/** `/devops audit aws`: one comment for audits, edited in place; one of its own for each remedy. */
export async function auditCommanded(call: CommandCall): Promise<RunWaiting | undefined> {
  const { context, run, parts, client, reply } = call;
  const read = audit.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${audit.usage}\``);
  const { value } = read;
  if (chooseControls(value.kind === 'fix' ? [value.control] : value.controls).kind === 'unknown')
    return await reply('There is no such control. docs/controls.md lists all.');
  if (value.kind === 'fix') return await runFix(call, value);
  const { repository, installationId } = run;
  const { text } = await runAudit(context, { repository, installationId, ...value }, parts);
  const body = renderAnswer('audit-aws', text);
  await answer(context, { client, issue: run.issue, topic: 'audit-aws', body });
  return undefined;
}
