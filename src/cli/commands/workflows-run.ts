import { stringify } from 'yaml';
import type { WorkflowResult, WorkflowStepResult } from '../../contracts/workflow.ts';
import { readInputs } from '../../workflows/read-inputs.ts';
import { runWorkflow } from '../../workflows/run-workflow.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeLines } from '../escape-text.ts';
import type { Terminal } from '../terminal.ts';
import {
  createTerminalAgents,
  shortestDigest,
  type TerminalAgentOptions,
  usageLine,
} from '../terminal-agents.ts';
import { findWorkflow } from './workflows-list.ts';

/** Options as commander hands them over. */
export type WorkflowRunOptions = TerminalAgentOptions & { readonly input?: readonly string[] };

/**
 * `devops workflows run <name>`: 0 when it was completed, 2 when it failed or ended early, 3 when it waits for an
 * approval.
 *
 * @throws UsageError for an unknown workflow and for inputs that do not fit.
 */
export async function runWorkflowCommand(
  name: string,
  options: WorkflowRunOptions,
  terminal: Terminal,
): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const parts = await createTerminalAgents(options, terminal);
  try {
    const workflow = findWorkflow(name, parts.definitions);
    const read = readInputs(workflow.inputs, pairsOf(options.input ?? []));
    if (read.kind === 'problems') throw new UsageError(read.problems.join('\n'));
    const result = await runWorkflow(
      workflow,
      { inputs: read.values, context: parts.context, dryRun: options.dryRun === true },
      {
        signal: parts.signal,
        journal: parts.journal,
        approvals: parts.approvals,
        onStep: step => {
          if (format === 'text') terminal.note(`devops: ${escapeLines(stepLine(step))}\n`);
        },
      },
      { runAgent: parts.runAgent, tools: parts.tools, guards: [], now: () => performance.now() },
    );
    if (format === 'json') terminal.write(`${JSON.stringify(result, null, 2)}\n`);
    else print(result, terminal);
    return exitCodeOf(result);
  } finally {
    await parts.close();
  }
}

/** `key=value` texts. @throws UsageError for one without a "=". */
function pairsOf(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map(text => {
      const at = text.indexOf('=');
      if (at < 1) throw new UsageError(`--input takes key=value, not "${text}".`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

function stepLine({ id, kind, name, status, reason, durationMs }: WorkflowStepResult): string {
  const why = reason === null ? '' : `: ${reason}`;
  return `${status.padEnd(10)} ${id} (${kind} ${name}, ${(durationMs / 1000).toFixed(1)} s)${why}`;
}

function print(result: WorkflowResult, terminal: Terminal): void {
  const note = (text: string): void => terminal.note(`devops: ${escapeLines(text)}\n`);
  if (Object.keys(result.outputs).length > 0)
    terminal.write(`${escapeLines(stringify(result.outputs).trimEnd())}\n`);
  for (const { tool, plan, digest } of result.approvals)
    note(`${tool} waits for your approval: ${plan}\n  --approve ${digest.slice(0, shortestDigest)}`);
  note(`${result.outcome}${result.reason === undefined ? '' : `: ${result.reason}`}`);
  note(usageLine(result.usage));
}

function exitCodeOf({ outcome }: WorkflowResult): number {
  if (outcome === 'completed') return exitCodes.passed;
  return outcome === 'awaiting-approval' ? exitCodes.refused : exitCodes.incomplete;
}
