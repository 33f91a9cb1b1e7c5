// Bundles a TypeScript script with esbuild and runs it on this Node, so that scripts, and packages that only load
// bundled, run on every Node that the project supports, with or without type stripping.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const [script, ...args] = process.argv.slice(2);
const folder = join('node_modules', '.cache', 'scripts');
mkdirSync(folder, { recursive: true });
// Named by the process: tests run several scripts at a time.
const outfile = join(folder, `${basename(script, '.ts')}-${process.pid}.mjs`);
await build({
  entryPoints: [script],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  outfile,
  external: ['esbuild', 'web-tree-sitter', 'ajv', 'ajv-formats'],
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' });
rmSync(outfile, { force: true });
process.exit(status ?? 1);
