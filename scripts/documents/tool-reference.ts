import type { ToolSpecification } from '../../src/contracts/tool.ts';
import { parametersSchema } from '../../src/tools/describe-tool.ts';

type Schema = {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly anyOf?: readonly Schema[];
};

const titles: Readonly<Record<string, string>> = {
  github: 'GitHub',
  aws: 'AWS',
  host: 'Host',
  hosted: 'Hosted by the provider',
};

/** The page of all built-in tools. `introduction` is hand-written and stands first. */
export function toolReference(tools: readonly ToolSpecification[], introduction: string): string {
  const families = [...new Set(tools.map(({ family }) => family))];
  const sections = families.map(family => {
    const own = tools.filter(tool => tool.family === family);
    const rows = own.map(
      tool => `| [\`${tool.name}\`](#${tool.name}) | ${tool.risk} | ${firstSentence(tool)} |`,
    );
    const table = ['| Tool | Risk | Does |', '|---|---|---|', ...rows].join('\n');
    return [`## ${titles[family] ?? family}`, table, ...own.map(section)].join('\n\n');
  });
  return `${introduction.trimEnd()}\n\n${sections.join('\n\n')}\n`;
}

function section(tool: ToolSpecification): string {
  if (tool.family === 'hosted')
    return [`### ${tool.name}`, tool.description, `**${tool.risk}** · run by the provider`].join('\n\n');
  const example = JSON.stringify(tool.example).replaceAll("'", "'\\''");
  return [
    `### ${tool.name}`,
    tool.description,
    facts(tool),
    parameters(tool),
    `\`\`\`sh\nnpx devops tools run ${tool.name} --input '${example}'\n\`\`\``,
  ].join('\n\n');
}

function facts(tool: ToolSpecification): string {
  const { github = [], iam = [] } = tool.permissions;
  const needs = [
    ...(github.length > 0 ? [`GitHub ${github.map(code).join(', ')}`] : []),
    ...(iam.length > 0 ? [`IAM ${iam.map(code).join(', ')}`] : []),
  ];
  return [
    `**${tool.risk}**`,
    ...(needs.length > 0 ? [`needs ${needs.join('; ')}`] : []),
    ...(tool.risk === 'read' ? [] : [undoOf(tool), tool.idempotent ? 'may be repeated' : 'is not repeated']),
    `at most ${tool.timeoutMs / 1000} s and ${tool.maxResultBytes / 1024} KiB`,
  ].join(' · ');
}

function undoOf({ undo }: ToolSpecification): string {
  if (undo.kind === 'tool') return `undone by [\`${undo.tool}\`](#${undo.tool})`;
  return undo.kind === 'manual' ? `to undo: ${undo.how.replace(/\.$/, '')}` : 'cannot be undone';
}

function parameters(tool: ToolSpecification): string {
  const { properties = {}, required = [] } = parametersSchema(tool) as Schema;
  const rows = Object.entries(properties).map(([name, schema]) => {
    const isRequired = required.includes(name);
    const standard =
      schema.default === undefined ? (isRequired ? 'required' : '') : code(JSON.stringify(schema.default));
    return `| \`${name}\` | ${typeOf(schema)} | ${standard} | ${schema.description ?? ''} |`;
  });
  if (rows.length === 0) return 'It takes no parameters.';
  return ['| Parameter | Type | Default | |', '|---|---|---|---|', ...rows].join('\n');
}

function typeOf(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map(value => code(String(value))).join(', ');
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(typeOf))].join(' or ');
  if (schema.type === 'array')
    return `list of ${schema.items === undefined ? 'anything' : typeOf(schema.items)}`;
  if (schema.properties !== undefined) {
    const { required = [] } = schema;
    const fields = Object.entries(schema.properties).map(
      ([name, field]) => `\`${name}${required.includes(name) ? '' : '?'}\` ${typeOf(field)}`,
    );
    return `object of ${fields.join(', ')}`;
  }
  return schema.type ?? 'any';
}

function code(text: string): string {
  return `\`${text}\``;
}

function firstSentence({ description }: ToolSpecification): string {
  return /^.*?\.(?=\s|$)/s.exec(description)?.[0] ?? description;
}
