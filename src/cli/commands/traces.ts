import type { AgentStep } from '../../contracts/agent.ts';
import type { Trace } from '../../contracts/trace.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeText } from '../escape-text.ts';
import { withLocalStore } from '../local-store.ts';
import type { Terminal } from '../terminal.ts';
import { usageLine } from '../terminal-agents.ts';
import type { CatalogueOptions } from './rules.ts';

/** Options as commander hands them over. */
export type TraceListOptions = CatalogueOptions & { readonly repo?: string; readonly limit?: string };

/** `devops traces list`: the newest runs of agents. */
export async function listTraces(options: TraceListOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const limit = Number(options.limit ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new UsageError(`--limit must be a whole number from 1 to 1000, not "${options.limit}".`);
  const repository = options.repo?.toLowerCase();
  const traces = await withLocalStore(terminal, store =>
    store.traces.list({ limit, ...(repository === undefined ? {} : { repository }) }),
  );
  if (format === 'json') {
    terminal.write(
      `${JSON.stringify(
        traces.map(({ steps: _steps, ...summary }) => summary),
        null,
        2,
      )}\n`,
    );
  } else {
    terminal.write(traces.length === 0 ? 'No agent has run here yet.\n' : traces.map(summaryLine).join(''));
  }
  return exitCodes.passed;
}

function summaryLine(trace: Trace): string {
  const cells = [
    trace.startedAt.slice(0, 19),
    trace.traceId.slice(0, 12),
    trace.agent,
    trace.outcome,
    seconds(trace.durationMs),
    trace.repository ?? '',
    `by ${trace.actor}`,
  ];
  return `${cells.map(cell => escapeText(cell)).join('  ')}\n`;
}

/** `devops traces show <run>`: what a run did, as a tree with times. @throws UsageError for an unknown id. */
export async function showTrace(id: string, options: CatalogueOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const traces = await withLocalStore(terminal, store => store.traces.find(id));
  if (traces.length === 0)
    throw new UsageError(`There is no trace of a run "${id}"; \`devops traces list\` lists the newest.`);
  if (format === 'json') terminal.write(`${JSON.stringify(traces, null, 2)}\n`);
  else terminal.write(traces.map(renderTrace).join('\n'));
  return exitCodes.passed;
}

function renderTrace(trace: Trace): string {
  const where = trace.repository === null ? '' : ` in ${trace.repository}`;
  const step = trace.step === null ? '' : ` (step ${trace.step})`;
  const lines = [
    `${trace.agent}${step}: ${trace.outcome}, ${seconds(trace.durationMs)}${where}, asked by ${trace.actor} at ${trace.startedAt}`,
    `run ${trace.runId}, trace ${trace.traceId}`,
    usageLine(trace.usage),
    ...(trace.reason === null ? [] : [`because: ${trace.reason}`]),
    ...trace.gaps.map(gap => `gap: ${gap}`),
    ...treeLines(trace.steps, undefined, ''),
  ];
  return `${lines.map(line => escapeText(line)).join('\n')}\n`;
}

function treeLines(
  steps: readonly AgentStep[],
  parent: number | undefined,
  indent: string,
): readonly string[] {
  const children = steps.filter(step => step.parent === parent);
  return children.flatMap((step, index) => {
    const isLast = index === children.length - 1;
    return [
      `${indent}${isLast ? '└─' : '├─'} ${stepLine(step)}`,
      ...treeLines(steps, step.step, `${indent}${isLast ? '   ' : '│  '}`),
    ];
  });
}

function stepLine(step: AgentStep): string {
  const tokens =
    step.usage === undefined ? '' : `, ${step.usage.inputTokens} tokens in, ${step.usage.outputTokens} out`;
  const replayed = step.replayed ? ', from the journal' : '';
  const detail =
    step.detail === undefined || step.detail === '' ? '' : `: ${step.detail.replaceAll('\n', ' ')}`;
  return `${step.agent} ${step.kind} ${step.name} ${step.outcome} +${Math.round(step.startedMs)} ms, ${Math.round(step.durationMs)} ms${tokens}${replayed}${detail}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
