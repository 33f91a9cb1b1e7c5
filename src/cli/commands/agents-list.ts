import { stringify } from 'yaml';
import { z } from 'zod';
import type { LoadedAgent } from '../../agents/custom/agent-file.ts';
import { formatConfigProblem } from '../../config/index.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { guardrailDefinitions } from '../../guardrails/index.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeLines } from '../escape-text.ts';
import { readLocalDefinitions } from '../local-definitions.ts';
import { createPaint } from '../paint.ts';
import type { Terminal } from '../terminal.ts';
import type { CatalogueOptions } from './rules.ts';

/** `devops agents list`: the built-in agents and those of the work tree. 1 when a file has problems. */
export async function listAgents(options: CatalogueOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const { agents, problems } = await readLocalDefinitions(terminal.folder);
  const described = [...agents.values()].map(describeAgent);
  if (format === 'json') {
    terminal.write(`${JSON.stringify(described, null, 2)}\n`);
  } else {
    const paint = createPaint(terminal.colour);
    const width = Math.max(...described.map(({ name }) => name.length));
    const lines = described.map(
      ({ name, source, description }) =>
        `  ${paint.bold(name.padEnd(width))}  ${paint.faint(source.padEnd(10))}  ${escapeLines(description)}`,
    );
    terminal.write(
      `${lines.join('\n')}\n\n${described.length} agents. \`devops agents show <name>\` tells more.\n`,
    );
  }
  for (const problem of problems) terminal.note(`${escapeLines(formatConfigProblem(problem))}\n`);
  return problems.length === 0 ? exitCodes.passed : exitCodes.findings;
}

/** `devops agents show <name>`: one agent with everything that holds for it. @throws UsageError for an unknown name. */
export async function showAgent(
  name: string,
  options: CatalogueOptions,
  terminal: Terminal,
): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const { agents } = await readLocalDefinitions(terminal.folder);
  const agent = agents.get(name);
  if (agent === undefined) {
    const message = `There is no agent "${name}"; \`devops agents list\` lists them.${didYouMean(name, agents.keys())}`;
    throw new UsageError(message);
  }
  const described = describeAgent(agent);
  if (format === 'json') terminal.write(`${JSON.stringify(described, null, 2)}\n`);
  else {
    const { instructions, ...facts } = described;
    terminal.write(`${escapeLines(stringify(facts).trimEnd())}\n\n${escapeLines(instructions)}\n`);
  }
  return exitCodes.passed;
}

/** An agent as data: its output as JSON Schema, its guardrails with those that always hold. */
function describeAgent({ definition, triggers }: LoadedAgent) {
  const {
    name,
    description,
    source,
    output,
    guardrails,
    handoffs,
    documents,
    settings,
    model,
    fallbackModel,
    ...rest
  } = definition;
  return {
    name,
    description,
    source,
    model: model ?? null,
    fallbackModel: fallbackModel ?? null,
    settings,
    ...rest,
    handOffs: handoffs,
    context: documents,
    guardrails: [
      ...guardrailDefinitions.filter(({ always }) => always).map(guardrail => guardrail.name),
      ...guardrails,
    ],
    triggers,
    output: output === undefined ? null : z.toJSONSchema(output, { unrepresentable: 'any' }),
  };
}
