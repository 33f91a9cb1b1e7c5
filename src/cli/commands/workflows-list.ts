import { stringify } from 'yaml';
import { formatConfigProblem } from '../../config/index.ts';
import type { WorkflowDefinition } from '../../contracts/workflow.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeLines } from '../escape-text.ts';
import { type LocalDefinitions, readLocalDefinitions } from '../local-definitions.ts';
import { createPaint } from '../paint.ts';
import type { Terminal } from '../terminal.ts';
import type { CatalogueOptions } from './rules.ts';

/** `devops workflows list`: the built-in workflows and those of the work tree. 1 when a file has problems. */
export async function listWorkflows(options: CatalogueOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const { workflows, problems } = await readLocalDefinitions(terminal.folder);
  const all = [...workflows.values()];
  if (format === 'json') {
    const rows = all.map(({ name, description, source, role, inputs }) => ({
      name,
      description,
      source,
      role,
      inputs,
    }));
    terminal.write(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    const paint = createPaint(terminal.colour);
    const width = Math.max(...all.map(({ name }) => name.length));
    const lines = all.map(
      ({ name, source, description }) =>
        `  ${paint.bold(name.padEnd(width))}  ${paint.faint(source.padEnd(10))}  ${escapeLines(description)}`,
    );
    terminal.write(
      `${lines.join('\n')}\n\n${all.length} workflows. \`devops workflows show <name>\` tells more.\n`,
    );
  }
  for (const problem of problems) terminal.note(`${escapeLines(formatConfigProblem(problem))}\n`);
  return problems.length === 0 ? exitCodes.passed : exitCodes.findings;
}

/** `devops workflows show <name>`. @throws UsageError for an unknown name. */
export async function showWorkflow(
  name: string,
  options: CatalogueOptions,
  terminal: Terminal,
): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const workflow = findWorkflow(name, await readLocalDefinitions(terminal.folder));
  terminal.write(
    format === 'json'
      ? `${JSON.stringify(workflow, null, 2)}\n`
      : `${escapeLines(stringify(workflow).trimEnd())}\n`,
  );
  return exitCodes.passed;
}

/** @throws UsageError for an unknown name, with the one that was probably meant. */
export function findWorkflow(name: string, { workflows }: LocalDefinitions): WorkflowDefinition {
  const workflow = workflows.get(name);
  if (workflow !== undefined) return workflow;
  const message = `There is no workflow "${name}"; \`devops workflows list\` lists them.${didYouMean(name, workflows.keys())}`;
  throw new UsageError(message);
}
