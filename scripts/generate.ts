import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandDefinitions } from '../src/commands/index.ts';
import { configJsonSchema } from '../src/config/json-schema.ts';
import { controls } from '../src/controls/index.ts';
import { detectors } from '../src/detectors/index.ts';
import { rules } from '../src/detectors/rules.ts';
import { createSecretRedactor } from '../src/guardrails/redact-secrets.ts';
import { toolSpecifications } from '../src/tools/index.ts';
import { workflowJsonSchema } from '../src/workflows/workflow-schema.ts';
import { commandReference } from './documents/command-reference.ts';
import { configurationReference, type SettingSchema } from './documents/configuration-reference.ts';
import { controlList } from './documents/control-list.ts';
import { ruleCatalogue } from './documents/rule-catalogue.ts';
import { rulePage } from './documents/rule-page.ts';
import { toolReference } from './documents/tool-reference.ts';

/** The folder that holds nothing but generated pages, so that the page of a rule that is gone is found too. */
const rulesFolder = 'docs/detectors';

const redact = createSecretRedactor(detectors);
const schema = configJsonSchema(rules);

/** Every generated file, by path; `--check` tells which are not fresh instead of writing them. */
const outputs: Readonly<Record<string, string>> = {
  'devops.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
  'devops-workflow.schema.json': `${JSON.stringify(workflowJsonSchema(), null, 2)}\n`,
  'docs/controls.md': controlList(controls),
  'docs/commands.md': commandReference(commandDefinitions),
  'docs/configuration.md': configurationReference(schema as SettingSchema),
  'docs/tools.md': toolReference(
    toolSpecifications,
    readFileSync('scripts/documents/tools-introduction.md', 'utf8'),
  ),
  [`${rulesFolder}/README.md`]: ruleCatalogue(rules),
  ...Object.fromEntries(rules.map(meta => [`${rulesFolder}/${meta.id}.md`, rulePage(meta, redact)])),
};

const check = process.argv.includes('--check');
const stale = Object.entries(outputs).filter(
  ([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
);
const orphans = (existsSync(rulesFolder) ? readdirSync(rulesFolder) : [])
  .map(name => join(rulesFolder, name))
  .filter(path => outputs[path] === undefined);
for (const path of [...stale.map(([name]) => name), ...orphans]) {
  if (check) console.error(`${path} is not fresh: run \`npm run generate\` and commit it.`);
}
if (check) {
  process.exitCode = stale.length + orphans.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const path of orphans) rmSync(path);
}
