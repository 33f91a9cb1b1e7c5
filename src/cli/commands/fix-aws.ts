import type { AuditOutcome, RemedyPlan } from '../../contracts/audit.ts';
import type { ToolResult } from '../../contracts/tool.ts';
import { type ChosenRemedy, chooseRemedy } from '../../controls/choose-remedy.ts';
import { invokeTool } from '../../tools/invoke-tool.ts';
import { auditOwnAccount, namedControls, readRegions } from '../audit-own-account.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeLines } from '../escape-text.ts';
import { createOperatorTerminal } from '../operator-terminal.ts';
import type { Terminal } from '../terminal.ts';
import { createTerminalTools } from '../terminal-tools.ts';

/** Options as commander hands them over. */
export type FixAwsOptions = {
  readonly fix: string;
  readonly resource?: string;
  readonly region?: readonly string[];
  /** `name=value` each. */
  readonly set?: readonly string[];
  readonly yes?: boolean;
  readonly dryRun?: boolean;
};

/**
 * `devops audit aws --fix <control>`: audits the one control, plans the remedy of one failing resource through its
 * tool, carries it out where it is approved (`--yes`), and audits the control again. 0 when it holds afterwards or
 * before, or was only tried; 1 when it still fails; 2 when that could not be told or the tool failed; 3 when nothing
 * was done.
 *
 * @throws UsageError for a control that does not exist.
 */
export async function fixAwsControl(options: FixAwsOptions, terminal: Terminal): Promise<number> {
  const asked = { controls: namedControls([options.fix]), regions: readRegions(options.region ?? []) };
  const wanted = { control: options.fix, resource: options.resource, given: readGiven(options.set ?? []) };
  const chosen = chooseRemedy(await auditOwnAccount(asked, terminal), wanted);
  if (chosen.kind !== 'call') return tellWhyNot(chosen, terminal);
  terminal.write(describe(chosen.plan));
  const result = await callTool(chosen, options, terminal);
  if (result.kind !== 'ok') return tellUndone(result, terminal);
  const after = await auditOwnAccount(asked, terminal);
  const { resource } = chosen.plan;
  const outcome = after.controls[0]?.outcomes.find(other => other.resource === resource);
  return tellAfter(
    { control: options.fix, resource, isWhole: after.failures.length === 0 },
    outcome,
    terminal,
  );
}

function readGiven(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.map(word => {
      const [, name, value] = /^([a-zA-Z]+)=(.+)$/s.exec(word) ?? [];
      if (name === undefined || value === undefined)
        throw new UsageError(`--set takes name=value, not "${word}".`);
      return [name, value];
    }),
  );
}

async function callTool(
  { tool: name, input }: Extract<ChosenRemedy, { kind: 'call' }>,
  options: FixAwsOptions,
  terminal: Terminal,
): Promise<ToolResult> {
  const { registry, ports, context, access, close } = await createTerminalTools({
    terminal,
    repository: undefined,
    approves: options.yes === true,
    isWanted: () => false,
  });
  try {
    const found = registry.find(name);
    if (found.kind === 'unknown') throw new UsageError(found.message);
    const call = { tool: found.tool, input, access, context, step: `fix ${options.fix}` };
    const signal = new AbortController().signal;
    const dryRun = options.dryRun === true;
    return await invokeTool(
      { ...call, signal, dryRun, terminal: createOperatorTerminal(terminal.folder) },
      ports,
    );
  } finally {
    await close();
  }
}

function describe({ control, resource, region, change, risk, undo }: RemedyPlan): string {
  const lines = [
    `${control} fails for ${resource}${region === null ? '' : ` (${region})`}.`,
    `Change: ${change}`,
    `Risk:   ${risk}`,
    `Undo:   ${undo}`,
  ];
  return `${escapeLines(lines.join('\n'))}\n`;
}

function tellWhyNot(chosen: Exclude<ChosenRemedy, { kind: 'call' }>, terminal: Terminal): number {
  if (chosen.kind === 'by-hand') {
    const { commands, terraform } = chosen.plan;
    const ways = [...commands, terraform].filter(Boolean).join('\n');
    terminal.write(`${describe(chosen.plan)}No tool does this: a person does.\n${escapeLines(ways)}\n`);
    return exitCodes.refused;
  }
  const names = chosen.resources.map(resource => `  ${resource}`).join('\n');
  terminal.note(`devops: ${escapeLines(chosen.message)}\n${names === '' ? '' : `${escapeLines(names)}\n`}`);
  return chosen.holds ? exitCodes.passed : exitCodes.refused;
}

function tellUndone(result: Exclude<ToolResult, { kind: 'ok' }>, terminal: Terminal): number {
  switch (result.kind) {
    case 'would':
      terminal.write(
        `Would: ${escapeLines(result.plan.summary)} (${result.plan.checkedBy}; nothing was changed)\n`,
      );
      return exitCodes.passed;
    case 'needs-approval':
      terminal.write(`Plan:   ${escapeLines(result.plan.summary)}\n`);
      terminal.note(`devops: nothing was done. Say --yes to approve it (${result.digest.slice(0, 12)}).\n`);
      return exitCodes.refused;
    case 'failed':
      terminal.note(`devops: ${escapeLines(result.message)}\n`);
      return exitCodes.incomplete;
    case 'refused':
    case 'stopped':
      terminal.note(`devops: ${escapeLines(result.message)}\n`);
      return exitCodes.refused;
    default:
      return result satisfies never;
  }
}

/** What the control does not speak of any more, because it has no active key for example, has nothing to fail. */
function tellAfter(
  looked: { readonly control: string; readonly resource: string; readonly isWhole: boolean },
  outcome: AuditOutcome | undefined,
  terminal: Terminal,
): number {
  const { control, resource, isWhole } = looked;
  const gone = isWhole ? 'holds: nothing of it is left to look at.' : 'could not be looked at again.';
  const said = outcome === undefined ? gone : `${outcome.verdict}: ${outcome.reason}`;
  terminal.write(`${escapeLines(`Done. Looked again: ${control} for ${resource}: ${said}`)}\n`);
  if (outcome?.verdict === 'FAIL') return exitCodes.findings;
  const holds = outcome?.verdict === 'PASS' || (outcome === undefined && isWhole);
  return holds ? exitCodes.passed : exitCodes.incomplete;
}
