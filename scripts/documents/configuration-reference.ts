/** The part of JSON Schema that the configuration's schema uses. */
export type SettingSchema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly SettingSchema[];
  readonly items?: SettingSchema;
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly additionalProperties?: SettingSchema | boolean;
  readonly oneOf?: readonly SettingSchema[];
};

/** The page of `.github/devops.yml`: every setting with its values, default and meaning, from the JSON Schema. */
export function configurationReference(schema: SettingSchema): string {
  return `# Configuration

\`.github/devops.yml\` on the default branch; everything may be left out. The organisation's file of the same name in its
\`.github\` repository applies to all of its repositories, which can tighten that policy and not loosen it. What a pull
request changes in the file is checked and reported on it, and takes effect once merged. A file with errors is not used,
and every result says so until it is mended.

\`\`\`yaml
# yaml-language-server: $schema=https://raw.githubusercontent.com/agentic-devops/agentic-devops/main/devops.schema.json
version: 1
review:
  fail-on: high
  report-from: low
  exclude: ['test/fixtures/**']
  rules:
    unpinned-uses: medium
\`\`\`

\`devops config check\` checks it in a terminal. Editors that speak the YAML language server complete and check it by the
first line.

| Setting | Values | Default | Meaning |
| --- | --- | --- | --- |
${rowsOf(schema, '').join('\n')}
`;
}

function rowsOf(schema: SettingSchema, prefix: string): readonly string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, setting]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const below = blocksBelow(setting, path);
    if (below.length > 0) {
      const row = `| \`${path}\` | | | ${escaped(setting.description ?? '')} |`;
      return [row, ...below.flatMap(([block, place]) => rowsOf(block, place))];
    }
    if (
      setting.properties !== undefined &&
      Object.keys(setting.properties).length < 40 &&
      setting.default === undefined
    )
      return rowsOf(setting, path);
    const standard = setting.default === undefined ? '' : `\`${JSON.stringify(setting.default)}\``;
    return [
      `| \`${path}\` | ${escaped(valuesOf(setting))} | ${escaped(standard)} | ${escaped(setting.description ?? '')} |`,
    ];
  });
}

/** Blocks of settings under names of one's own, in a list, or by their `type`, each with its place. */
function blocksBelow(setting: SettingSchema, path: string): readonly (readonly [SettingSchema, string])[] {
  const { additionalProperties: named, items, oneOf = [], anyOf = [] } = setting;
  if (oneOf.length > 0)
    return oneOf.map(block => [withoutType(block), `${path} (${valuesOfType(block)})`] as const);
  if (typeof named === 'object') {
    if (named.properties !== undefined) return [[named, `${path}.<name>`]];
    return blocksBelow(named, `${path}.<name>`);
  }
  if (items?.properties !== undefined) return [[items, `${path}[]`]];
  if (items?.oneOf !== undefined) return blocksBelow(items, `${path}[]`);
  return anyOf.filter(({ properties }) => properties !== undefined).map(block => [block, path] as const);
}

function valuesOfType(block: SettingSchema): string {
  const type = block.properties?.['type']?.const;
  return typeof type === 'string' ? type : '';
}

function withoutType(block: SettingSchema): SettingSchema {
  const { type: _type, ...properties } = block.properties ?? {};
  return { ...block, properties };
}

function valuesOf(setting: SettingSchema): string {
  if (setting.enum !== undefined) return setting.enum.map(value => `\`${String(value)}\``).join(', ');
  if (setting.const !== undefined) return `\`${JSON.stringify(setting.const)}\``;
  if (setting.anyOf !== undefined) return [...new Set(setting.anyOf.map(valuesOf))].join(' or ');
  if (setting.items !== undefined) return `list of ${valuesOf(setting.items)}`;
  if (setting.properties !== undefined) return 'by rule id';
  if (typeof setting.additionalProperties === 'object')
    return `by name: ${valuesOf(setting.additionalProperties)}`;
  return [setting.type ?? 'any'].flat().join(' or ');
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}
