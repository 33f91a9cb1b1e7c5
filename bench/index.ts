import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { actionJob } from './action.ts';
import { agents } from './agents.ts';
import { audit } from './audit.ts';
import { calls } from './calls.ts';
import { codeSpeed } from './code-speed.ts';
import { deployment } from './deploy.ts';
import { detectorSpeed } from './detectors.ts';
import { diagnosis } from './diagnosis.ts';
import { review } from './review.ts';
import { webhook } from './webhook.ts';

/** Every measurement by its name; `npm run bench -- <name> …` runs some of them, `--json <file>` writes them down. */
const measurements: Readonly<Record<string, () => Promise<object>>> = {
  webhook,
  detectors: detectorSpeed,
  code: codeSpeed,
  review,
  calls,
  deployment,
  action: actionJob,
  agents,
  diagnosis,
  audit,
};

const args = process.argv.slice(2);
const jsonAt = args.indexOf('--json');
const jsonFile = jsonAt === -1 ? undefined : args[jsonAt + 1];
const asked = args.filter((arg, index) => !arg.startsWith('--') && (jsonAt === -1 || index !== jsonAt + 1));
const unknown = asked.filter(name => measurements[name] === undefined);
if (unknown.length > 0)
  throw new Error(
    `there is no measurement ${unknown.join(', ')}; there are ${Object.keys(measurements).join(', ')}`,
  );

const results: Record<string, object> = {};
for (const [name, measure] of Object.entries(measurements)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  results[name] = await measure();
  console.log(`${name}: ${JSON.stringify(results[name], rounded, 2)}`);
}
const report = {
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  at: new Date().toISOString(),
  results,
};
if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(report, rounded, 2)}\n`);

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}
