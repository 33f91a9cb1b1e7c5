import type { AgentRunResult, ModelUsage } from '../contracts/agent.ts';
import type { WorkflowResult } from '../contracts/workflow.ts';
import { untrustedMarkdown, untrustedValue } from './untrusted-markdown.ts';
import { codeSpan, inlineText } from './untrusted-text.ts';

/** A plan that waits, with what a person types to answer it. */
export type AskedApproval = { readonly id: string; readonly tool: string; readonly plan: string };

/** An agent's result as a comment's text. */
export function renderAgentAnswer(
  agent: string,
  result: AgentRunResult,
  { approvals, notes }: { readonly approvals: readonly AskedApproval[]; readonly notes: readonly string[] },
): string {
  return joined([
    `**${codeSpan(agent)}**: ${verdictOf(result)}`,
    'output' in result && result.output !== undefined ? renderOutput(result.output) : undefined,
    renderApprovals(approvals),
    renderNotes([...result.gaps, ...notes]),
    renderUsage(result.usage),
  ]);
}

/** A workflow's result as a comment's text. */
export function renderWorkflowAnswer(
  result: WorkflowResult,
  { approvals, notes }: { readonly approvals: readonly AskedApproval[]; readonly notes: readonly string[] },
): string {
  const rows = result.steps.map(({ id, name, status, durationMs, reason }) => {
    const seconds = `${(durationMs / 1000).toFixed(1)} s`;
    const why = reason === null ? '' : inlineText(reason, 300).replaceAll('|', '\\|');
    return `| ${codeSpan(id)} | ${codeSpan(name)} | ${status} | ${seconds} | ${why} |`;
  });
  const reason = result.reason === undefined ? '' : ` – ${inlineText(result.reason, 500)}`;
  const { report, ...outputs } = result.outputs;
  return joined([
    `**${codeSpan(result.workflow)}**: **${result.outcome}**${reason}`,
    typeof report === 'string' ? untrustedMarkdown(report) : undefined,
    Object.keys(outputs).length === 0 ? undefined : untrustedValue(outputs),
    ['| Step | Runs | Status | Took | Why |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
    renderApprovals(approvals),
    renderNotes(notes),
    renderUsage(result.usage),
  ]);
}

/** An answer to a question, and the command that would do what was asked for, if one was understood. */
export function renderQuestionAnswer(
  result: AgentRunResult,
  answer: {
    readonly text: string;
    readonly command: string | undefined;
    readonly gaps: readonly string[];
    /** Links that code has made to places it has looked up; Markdown of ours. */
    readonly links?: readonly string[];
    /** How many places the answer named that do not exist. */
    readonly dropped?: number;
  },
): string {
  return joined([
    untrustedMarkdown(answer.text),
    answer.links === undefined || answer.links.length === 0
      ? undefined
      : `Places: ${answer.links.join(' · ')}`,
    droppedNote(answer.dropped ?? 0),
    answer.command === undefined
      ? undefined
      : `Nothing was done. To do it, comment ${codeSpan(answer.command, 300)}`,
    renderNotes([...result.gaps, ...answer.gaps]),
    renderUsage(result.usage),
  ]);
}

function droppedNote(dropped: number): string | undefined {
  if (dropped === 0) return undefined;
  const what =
    dropped === 1 ? 'One place that the answer named does' : `${dropped} places that the answer named do`;
  return `> ${what} not exist at this commit; the answer stands without.`;
}

function verdictOf(result: AgentRunResult): string {
  switch (result.outcome) {
    case 'completed':
      return 'done';
    case 'incomplete':
      return `**incomplete** – ${inlineText(result.reason, 500)}`;
    case 'refused':
    case 'failed':
      return `**${result.outcome}** – ${inlineText(result.reason, 500)} (${codeSpan(result.code)})`;
    case 'cancelled':
      return '**cancelled**';
    case 'awaiting-approval':
      return '**waits for a person**';
  }
}

function renderOutput(output: unknown): string {
  return typeof output === 'string' ? untrustedMarkdown(output) : untrustedValue(output);
}

function renderApprovals(approvals: readonly AskedApproval[]): string | undefined {
  if (approvals.length === 0) return undefined;
  const lines = approvals.map(
    ({ id, tool, plan }) =>
      `- ${codeSpan(tool)}: ${inlineText(plan, 500)}\n  Approve with ${codeSpan(`/devops approve ${id}`)}, reject with ${codeSpan(`/devops reject ${id}`)}.`,
  );
  return `Nothing of this is done yet:\n${lines.join('\n')}`;
}

function renderNotes(notes: readonly string[]): string | undefined {
  if (notes.length === 0) return undefined;
  return notes
    .slice(0, 20)
    .map(note => `> ${inlineText(note, 300)}`)
    .join('\n');
}

function renderUsage(usage: readonly ModelUsage[]): string | undefined {
  if (usage.length === 0) return undefined;
  const parts = usage.map(({ model, inputTokens, outputTokens, costUsd }) => {
    const cost = costUsd === null ? 'price not configured' : `$${costUsd.toFixed(4)}`;
    return `${inlineText(model, 80)}: ${inputTokens + outputTokens} tokens, ${cost}`;
  });
  return `<sub>${parts.join(' · ')}</sub>`;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n');
}
