import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { ToolResult } from '../../contracts/tool.ts';
import { invokeTool } from '../../tools/invoke-tool.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeLines } from '../escape-text.ts';
import { createOperatorTerminal } from '../operator-terminal.ts';
import type { Terminal } from '../terminal.ts';
import { createTerminalTools } from '../terminal-tools.ts';

/** Options as commander hands them over. */
export type ToolRunOptions = {
  readonly input?: string;
  readonly repo?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly format?: string;
  readonly json?: boolean;
};

/**
 * `devops tools run <name>`: one call, as an agent would make it. 0 when done, 2 when it failed, 3 when it was
 * refused or waits for an approval.
 *
 * @throws UsageError for an unknown tool and for parameters that do not fit.
 */
export async function runTool(name: string, options: ToolRunOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const { registry, ports, context, access, close } = await createTerminalTools({
    terminal,
    repository: options.repo,
    approves: options.yes === true,
    isWanted: candidate => candidate === name,
  });
  try {
    const found = registry.find(name);
    if (found.kind === 'unknown') throw new UsageError(found.message);
    const result = await invokeTool(
      {
        tool: found.tool,
        input: options.input === '-' ? readFileSync(0, 'utf8') : (options.input ?? '{}'),
        access,
        context,
        signal: new AbortController().signal,
        step: name,
        dryRun: options.dryRun === true,
        terminal: createOperatorTerminal(terminal.folder),
      },
      ports,
    );
    if (result.kind === 'refused' && result.code === 'invalid-input') throw new UsageError(result.message);
    if (format === 'json') terminal.write(`${JSON.stringify({ tool: name, ...result }, null, 2)}\n`);
    else print(result, terminal);
    return exitCodeOf(result);
  } finally {
    await close();
  }
}

function print(result: ToolResult, terminal: Terminal): void {
  switch (result.kind) {
    case 'ok':
      terminal.write(`${escapeLines(stringify(result.value).trimEnd())}\n`);
      if (result.cut !== undefined) terminal.note(`devops: left out: ${escapeLines(result.cut)}\n`);
      break;
    case 'would':
      terminal.write(
        `Would: ${escapeLines(result.plan.summary)} (${result.plan.checkedBy}; nothing was changed)\n`,
      );
      break;
    case 'needs-approval':
      terminal.note(
        `devops: nothing was done. ${escapeLines(result.plan.summary)} Say --yes to approve it (${result.digest.slice(0, 12)}).\n`,
      );
      break;
    case 'refused':
    case 'failed':
    case 'stopped':
      terminal.note(`devops: ${escapeLines(result.message)}\n`);
      break;
  }
}

function exitCodeOf(result: ToolResult): number {
  switch (result.kind) {
    case 'ok':
    case 'would':
      return exitCodes.passed;
    case 'failed':
      return exitCodes.incomplete;
    case 'refused':
    case 'needs-approval':
    case 'stopped':
      return exitCodes.refused;
    default:
      return result satisfies never;
  }
}
