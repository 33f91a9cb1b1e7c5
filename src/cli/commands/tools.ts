import { stringify } from 'yaml';
import { z } from 'zod';
import type { ToolSpecification } from '../../contracts/tool.ts';
import { describeTool } from '../../tools/describe-tool.ts';
import { externalSpecifications } from '../../tools/external/connect-external-tools.ts';
import { toolSpecifications } from '../../tools/index.ts';
import { unknownTool } from '../../tools/registry.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { createPaint } from '../paint.ts';
import type { Terminal } from '../terminal.ts';
import { configuredTools } from '../terminal-tools.ts';
import type { CatalogueOptions } from './rules.ts';

/** `devops tools list`: every built-in tool, and those that the checkout's configuration adds. */
export async function listTools(options: CatalogueOptions, terminal: Terminal): Promise<number> {
  const tools = await allTools(terminal);
  switch (chooseFormat(options, ['text', 'json', 'markdown'])) {
    case 'json':
      terminal.write(`${JSON.stringify(tools.map(describeTool), null, 2)}\n`);
      break;
    case 'markdown':
      terminal.write(renderTable(tools));
      break;
    case 'text':
      terminal.write(renderList(tools, terminal.colour));
      break;
  }
  return exitCodes.passed;
}

/** `devops tools show <name>`. @throws UsageError for a name that no tool has. */
export async function showTool(name: string, options: CatalogueOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const tools = await allTools(terminal);
  const tool = tools.find(candidate => candidate.name === name);
  if (tool === undefined) throw new UsageError(unknownTool(name, tools));
  const description = describeTool(tool);
  terminal.write(format === 'json' ? `${JSON.stringify(description, null, 2)}\n` : renderPage(tool));
  return exitCodes.passed;
}

async function allTools(terminal: Terminal): Promise<readonly ToolSpecification[]> {
  return [...toolSpecifications, ...externalSpecifications(await configuredTools(terminal.folder))];
}

function renderList(tools: readonly ToolSpecification[], colour: boolean): string {
  const paint = createPaint(colour);
  const width = Math.max(...tools.map(({ name }) => name.length));
  const families = [...new Set(tools.map(({ family }) => family))];
  const sections = families.map(family => {
    const lines = tools
      .filter(tool => tool.family === family)
      .map(
        tool => `  ${tool.name.padEnd(width)}  ${tool.risk.padEnd(11)}  ${firstSentence(tool.description)}`,
      );
    return [paint.bold(family), ...lines].join('\n');
  });
  return `${sections.join('\n\n')}\n\n${tools.length} tools. \`devops tools show <name>\` tells more.\n`;
}

function renderTable(tools: readonly ToolSpecification[]): string {
  const rows = tools.map(
    tool => `| \`${tool.name}\` | ${tool.family} | ${tool.risk} | ${firstSentence(tool.description)} |`,
  );
  return ['| Tool | Family | Risk | Does |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function renderPage(tool: ToolSpecification): string {
  const { name, description, example, parameters: _schema, ...facts } = describeTool(tool);
  const rows = Object.entries(z.toJSONSchema(tool.parameters, { io: 'input' }).properties ?? {});
  const parameters = Object.fromEntries(rows);
  return [
    name,
    '',
    description,
    '',
    stringify({ ...facts, parameters }).trimEnd(),
    '',
    tool.family === 'hosted'
      ? 'Only a model can use it: its provider carries it out. Name it among an agent’s tools.'
      : `Example: devops tools run ${name} --input '${JSON.stringify(example)}'`,
    '',
  ].join('\n');
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
}
