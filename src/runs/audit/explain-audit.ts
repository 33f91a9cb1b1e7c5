import {
  auditCrew,
  complianceSchema,
  remediationSchema,
  reportingSchema,
  scannerSchema,
} from '../../agents/estate/agents.ts';
import type { Advised, AuditAdvice } from '../../contracts/account-advice.ts';
import type { AgentMaterial } from '../../contracts/agent.ts';
import { type AskOwnAgent, readAnswer } from '../agents/ask-own-agent.ts';
import type { AuditToExplain } from './run-audit.ts';

/** Resources of one control that a model is shown. */
const maxResources = 5;

/**
 * The crew over an audit, one after the other, each with what those before it said: scanner, compliance, remediation,
 * reporting. Controls that they name and that do not fail are taken out. One that does not answer ends it.
 */
export async function explainAudit(report: AuditToExplain, ask: AskOwnAgent): Promise<Advised<AuditAdvice>> {
  const failing = new Set(report.controls.filter(({ verdict }) => verdict === 'FAIL').map(({ id }) => id));
  const facts = factsOf(report);
  const step = (agent: { readonly name: string }, said: readonly AgentMaterial[]) =>
    ask({
      agent: agent.name,
      input: 'Say what your part of this audit is.',
      material: [...facts, ...said],
    });

  const scanned = readAnswer(scannerSchema, await step(auditCrew.scanner, []));
  if (scanned.kind === 'none') return { kind: 'none', reason: scanned.reason };
  const seen = told('what the scanner saw', scanned.output);

  const judged = readAnswer(complianceSchema, await step(auditCrew.compliance, [seen]));
  if (judged.kind === 'none') return { kind: 'none', reason: judged.reason };
  const risks = judged.output.risks
    .map(({ text, controls }) => ({ text, controls: controls.filter(id => failing.has(id)) }))
    .filter(({ controls }) => controls.length > 0)
    .slice(0, 5);
  const ranked = told('risks', risks);

  const planned = readAnswer(remediationSchema, await step(auditCrew.remediation, [seen, ranked]));
  if (planned.kind === 'none') return { kind: 'none', reason: planned.reason };
  const order = planned.output.order.filter(({ control }) => failing.has(control)).slice(0, 10);

  const written = readAnswer(
    reportingSchema,
    await step(auditCrew.reporting, [seen, ranked, told('order of the remedies', order)]),
  );
  if (written.kind === 'none') return { kind: 'none', reason: written.reason };
  return { kind: 'advised', advice: { summary: written.output.summary, risks, order } };
}

function told(label: string, value: unknown): AgentMaterial {
  return { label, text: JSON.stringify(value) };
}

function factsOf({ controls, remediation, regions, failures }: AuditToExplain): readonly AgentMaterial[] {
  const failing = controls
    .filter(({ verdict }) => verdict === 'FAIL')
    .map(({ id, title, why, severity, outcomes }) => {
      const failed = outcomes.filter(({ verdict }) => verdict === 'FAIL');
      const plan = remediation.find(({ control }) => control === id);
      return {
        id,
        title,
        why,
        severity,
        failures: failed.length,
        resources: failed.slice(0, maxResources).map(({ resource, region, reason }) => ({
          resource,
          region,
          reason: reason.slice(0, 200),
        })),
        remedy: plan && { change: plan.change, risk: plan.risk },
      };
    });
  const undecided = controls
    .filter(({ verdict }) => verdict === 'ERROR')
    .map(({ id, title }) => ({ id, title }));
  return [
    told('controls that fail', failing),
    told('controls that could not be decided', undecided),
    told('regions', regions),
    told(
      'reads that failed',
      failures.slice(0, 20).map(({ message }) => message),
    ),
  ];
}
