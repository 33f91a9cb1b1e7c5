import { auditCrew } from '../../agents/estate/agents.ts';
import { audit } from '../../commands/index.ts';
import type { RunWaiting } from '../../contracts/engine.ts';
import { chooseControls } from '../../controls/choose-controls.ts';
import { renderAuditAdvice } from '../../results/account-advice.ts';
import { renderAnswer } from '../../results/answer.ts';
import { withOwnAgents } from '../agents/with-own-agents.ts';
import { explainAudit } from '../audit/explain-audit.ts';
import { runAudit } from '../audit/run-audit.ts';
import { runFix } from '../audit/run-fix.ts';
import { answer } from './answer.ts';
import type { CommandCall } from './command-run.ts';

/**
 * `/devops audit aws`: one comment for audits, edited in place; one of its own for each remedy. Where a model is
 * configured, the crew's reading is added to what stands there already.
 */
export async function auditCommanded(call: CommandCall): Promise<RunWaiting | undefined> {
  const { context, run, parts, client, reply } = call;
  const read = audit.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${audit.usage}\``);
  const { value } = read;
  if (chooseControls(value.kind === 'fix' ? [value.control] : value.controls).kind === 'unknown')
    return await reply('There is no such control. docs/controls.md lists all.');
  if (value.kind === 'fix') return await runFix(call, value);
  const { repository, installationId } = run;
  const { text, toExplain } = await runAudit(context, { repository, installationId, ...value }, parts);
  const target = { client, issue: run.issue, topic: 'audit-aws' } as const;
  await answer(context, { ...target, body: renderAnswer('audit-aws', text) });
  if (toExplain === undefined || toExplain.controls.length === 0) return undefined;
  const advice = await withOwnAgents(call, Object.values(auditCrew), ask => explainAudit(toExplain, ask));
  const explained = renderAuditAdvice(advice);
  if (explained !== '')
    await answer(context, {
      ...target,
      body: renderAnswer('audit-aws', `${text}${explained}`),
      stage: 'advice',
    });
  return undefined;
}
