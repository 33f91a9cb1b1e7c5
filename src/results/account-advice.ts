import type { Advised, AuditAdvice, HealthAdvice } from '../contracts/account-advice.ts';
import { codeSpan, inlineText } from './untrusted-text.ts';

/** Longest text of a model that is shown, characters. */
const maxText = 1_500;

/** What a model makes of a health report, as Markdown; empty where no model is configured. */
export function renderHealthAdvice(advised: Advised<HealthAdvice>): string {
  if (advised.kind === 'none') return none(advised.reason);
  const { explanation, recommendations } = advised.advice;
  return section([
    inlineText(explanation, maxText),
    numbered(
      recommendations.map(({ text, resources }) =>
        [inlineText(text, 400), ...resources.map(name => codeSpan(name, 120))].join(' '),
      ),
    ),
  ]);
}

/** What the crew makes of an audit, as Markdown; empty where no model is configured. */
export function renderAuditAdvice(advised: Advised<AuditAdvice>): string {
  if (advised.kind === 'none') return none(advised.reason);
  const { summary, risks, order } = advised.advice;
  return section([
    inlineText(summary, maxText),
    risks.length === 0
      ? ''
      : `**What it means together:**\n${risks
          .map(({ text, controls }) => `- ${inlineText(text, 400)} (${controls.join(', ')})`)
          .join('\n')}`,
    order.length === 0
      ? ''
      : `**In this order:**\n${numbered(order.map(({ control, why }) => `**${control}** ${inlineText(why, 400)}`))}`,
  ]);
}

function section(parts: readonly string[]): string {
  const said = parts.filter(part => part !== '').join('\n\n');
  return `\n#### What a model makes of it\n\n${said}\n\n<sub>By a model, over what code measured and decided above; it changes no verdict.</sub>\n`;
}

function none(reason: string | undefined): string {
  return reason === undefined ? '' : `\n<sub>${inlineText(reason, 300)}</sub>\n`;
}

function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}
