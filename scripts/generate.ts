import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { configJsonSchema } from '../src/config/json-schema.ts';
import { detectors } from '../src/detectors/index.ts';

/** Every generated file, by path; `--check` tells which are not fresh instead of writing them. */
const outputs: Readonly<Record<string, () => string>> = {
  'devops.schema.json': () =>
    `${JSON.stringify(configJsonSchema(detectors.map(({ meta }) => meta)), null, 2)}\n`,
};

const check = process.argv.includes('--check');
const stale = Object.entries(outputs).filter(
  ([path, render]) => !existsSync(path) || readFileSync(path, 'utf8') !== render(),
);
for (const [path, render] of stale) {
  if (check) console.error(`${path} is not fresh: run \`npm run generate\` and commit it.`);
  else writeFileSync(path, render());
}
if (check && stale.length > 0) process.exit(1);
