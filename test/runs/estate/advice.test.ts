import { describe, expect, it } from 'vitest';
import type { AgentRunResult } from '../../../src/contracts/agent.ts';
import type { AuditedControl } from '../../../src/contracts/audit.ts';
import type { HealthReport } from '../../../src/contracts/health.ts';
import { renderAuditAdvice, renderHealthAdvice } from '../../../src/results/account-advice.ts';
import type { AskOwnAgent } from '../../../src/runs/agents/ask-own-agent.ts';
import { explainAudit } from '../../../src/runs/audit/explain-audit.ts';
import { explainHealth } from '../../../src/runs/health/explain-health.ts';

const answered = (output: unknown): AgentRunResult => ({ outcome: 'completed', output, usage: [] }) as never;
const unasked = { outcome: 'failed', code: 'no-model', reason: 'none', usage: [] } as never as AgentRunResult;
const refused = {
  outcome: 'refused',
  code: 'x',
  reason: 'a guardrail',
  usage: [],
} as never as AgentRunResult;

const control = (id: string, verdict: AuditedControl['verdict']): AuditedControl => ({
  id,
  v7: null,
  title: `Control ${id}`,
  why: 'Because.',
  section: 'Identity',
  severity: 'high',
  verdict,
  outcomes: [{ verdict, resource: `thing-${id}`, region: 'eu-west-1', reason: 'Seen.' }],
});
const report = {
  controls: [control('1.7', 'FAIL'), control('5.3', 'FAIL'), control('1.3', 'PASS'), control('3.1', 'ERROR')],
  remediation: [],
  regions: { scanned: ['eu-west-1'], enabled: ['eu-west-1'] },
  failures: [],
};

/** Answers by agent and keeps what each was shown. */
function crew(answers: Readonly<Record<string, AgentRunResult>>) {
  const shown: { readonly agent: string; readonly text: string }[] = [];
  const ask: AskOwnAgent = ({ agent, material }) => {
    shown.push({ agent, text: JSON.stringify(material) });
    return Promise.resolve(answers[agent] ?? refused);
  };
  return { ask, shown };
}

const wholeCrew = {
  'audit-scanner': answered({ observations: [{ text: 'Passwords and ports.', controls: ['1.7', '5.3'] }] }),
  'audit-compliance': answered({
    risks: [
      { text: 'Guessing from anywhere.', controls: ['1.7', '5.3', '1.3'] },
      { text: 'Made up.', controls: ['9.9', '1.3'] },
    ],
  }),
  'audit-remediation': answered({
    order: [
      { control: '5.3', why: 'Closes the door.' },
      { control: '1.3', why: 'Passes already.' },
    ],
  }),
  'audit-reporting': answered({ summary: 'The door is open. @mona closes #1 <img src=x>' }),
};

describe('the crew over an audit', () => {
  it('goes from scanner to reporting, each with what those before it said, and names only what fails', async () => {
    const { ask, shown } = crew(wholeCrew);
    const advised = await explainAudit(report, ask);
    expect(shown.map(({ agent }) => agent)).toEqual(Object.keys(wholeCrew));
    expect(shown[0]?.text).not.toContain('Passwords and ports.');
    expect(shown[1]?.text).toContain('Passwords and ports.');
    expect(shown[3]?.text).toContain('Closes the door.');
    expect(advised).toMatchObject({
      advice: {
        risks: [{ text: 'Guessing from anywhere.', controls: ['1.7', '5.3'] }],
        order: [{ control: '5.3', why: 'Closes the door.' }],
      },
    });
    const text = renderAuditAdvice(advised);
    expect(text).toContain('it changes no verdict');
    expect(text).not.toMatch(/@mona|<img|Made up|Passes already/);
  });

  it.each(Object.keys(wholeCrew))('says nothing of a model when %s has none', async agent => {
    const advised = await explainAudit(report, crew({ ...wholeCrew, [agent]: unasked }).ask);
    expect(advised).toEqual({ kind: 'none', reason: undefined });
    expect(renderAuditAdvice(advised)).toBe('');
  });

  it('says why it ended', async () => {
    const advised = await explainAudit(report, crew({ ...wholeCrew, 'audit-compliance': refused }).ask);
    expect(renderAuditAdvice(advised)).toContain('refused, a guardrail');
  });
});

const health: HealthReport = {
  version: 1,
  at: '2026-06-01T00:00:00Z',
  windowMinutes: 15,
  regions: ['eu-west-1'],
  health: 'critical',
  summary: { critical: 1, warning: 0, unknown: 0, healthy: 3 },
  stopped: 0,
  resources: [{ kind: 'Alarm', region: 'eu-west-1', name: 'checkout', health: 'critical', checks: [] }],
  gaps: [],
};

describe('the explanation of health', () => {
  it('names resources of the report only', async () => {
    const { ask, shown } = crew({
      'health-explanation': answered({
        explanation: 'The shop is slow.',
        recommendations: [{ text: 'Look at the alarm.', resources: ['checkout', 'i-invented'] }],
      }),
    });
    const text = renderHealthAdvice(await explainHealth(health, ask));
    expect(shown[0]?.text).toContain('checkout');
    expect(text).toContain('1. Look at the alarm. `checkout`');
    expect(text).not.toContain('i-invented');
  });

  it('is left out without a model, and told when one does not answer', async () => {
    expect(renderHealthAdvice(await explainHealth(health, crew({ 'health-explanation': unasked }).ask))).toBe(
      '',
    );
    expect(renderHealthAdvice(await explainHealth(health, crew({}).ask))).toContain('No model explained it');
  });
});
