import type { Advised, AuditAdvice, HealthAdvice } from '../../contracts/account-advice.ts';
import { escapeText } from '../escape-text.ts';

const unasked =
  'No model is configured: set OPENAI_API_KEY and DEVOPS_MODEL, or `model:` of .github/devops.yml.';

/** What a model makes of a health report, for people at a terminal. */
export function healthAdviceText(advised: Advised<HealthAdvice>): string {
  if (advised.kind === 'none') return `\n${escapeText(advised.reason ?? unasked)}\n`;
  const { explanation, recommendations } = advised.advice;
  const steps = recommendations.map(
    ({ text, resources }, index) =>
      `${index + 1}. ${text}${resources.length === 0 ? '' : ` (${resources.join(', ')})`}`,
  );
  return told(explanation, steps);
}

/** What the crew makes of an audit, for people at a terminal. */
export function auditAdviceText(advised: Advised<AuditAdvice>): string {
  if (advised.kind === 'none') return `\n${escapeText(advised.reason ?? unasked)}\n`;
  const { summary, risks, order } = advised.advice;
  return told(summary, [
    ...risks.map(({ text, controls }) => `- ${text} (${controls.join(', ')})`),
    ...order.map(({ control, why }, index) => `${index + 1}. ${control}: ${why}`),
  ]);
}

function told(summary: string, lines: readonly string[]): string {
  const all = ['What a model makes of it (it changes no verdict):', summary, ...lines];
  return `\n${all.map(line => escapeText(line)).join('\n')}\n`;
}
