import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Proves that the committed Action bundle is what its sources build, byte for byte. The bundle is committed at
 * most now and then, so it names the git tree it was built from (`action/dist/SOURCE`): when the present
 * source builds something else, that tree must still build exactly the committed files.
 * `--strict` accepts only the present source; a release uses it.
 */
const committed = 'action/dist';
const strict = process.argv.includes('--strict');

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 28 }).trim();
}

/** Builds the bundle of a source folder into `outdir`, with this checkout's dependencies. */
function buildFrom(folder: string, outdir: string): void {
  execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/build.ts', 'action', outdir], {
    cwd: folder,
    stdio: 'inherit',
  });
}

function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const files = names
    .filter(entry => entry.isFile() && entry.name !== 'SOURCE')
    .map(entry => join(entry.parentPath, entry.name));
  return new Map(files.map(file => [file.slice(folder.length + 1), readFileSync(file, 'base64')]));
}

function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(name => a.get(name) !== b.get(name)).sort();
}

/** Checks a tree out into a temporary folder whose dependencies are this checkout's. */
function extract(tree: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'devops-bundle-'));
  const archive = execFileSync('git', ['archive', tree], { maxBuffer: 1 << 28 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function main(): number {
  const temporary = mkdtempSync(join(tmpdir(), 'devops-bundle-out-'));
  try {
    if (!existsSync(join(committed, 'SOURCE')))
      return fail('holds no bundle; run `npm run build:action` and commit it');
    const present = join(temporary, 'present');
    buildFrom('.', present);
    const stale = differences(filesOf(committed), filesOf(present));
    if (stale.length === 0) return pass('is built from the present source');
    if (strict)
      return fail(
        `is not built from the present source (${stale.slice(0, 5).join(', ')}); run \`npm run build:action\` and commit it`,
      );
    const tree = readFileSync(join(committed, 'SOURCE'), 'utf8').trim();
    if (!/^[0-9a-f]{40}$/.test(tree) || !hasTree(tree))
      return fail(`names the tree ${tree}, which this clone does not have; fetch the whole history`);
    if (git('rev-parse', `${tree}:package-lock.json`) !== git('hash-object', 'package-lock.json'))
      return fail(
        'was built with other dependencies than the present ones; run `npm run build:action` and commit it',
      );
    const folder = extract(tree);
    const old = join(temporary, 'old');
    buildFrom(folder, old);
    rmSync(folder, { recursive: true, force: true });
    const wrong = differences(filesOf(committed), filesOf(old));
    if (wrong.length > 0)
      return fail(`is not what its tree ${tree.slice(0, 12)} builds (${wrong.slice(0, 5).join(', ')})`);
    return pass(`is what its tree ${tree.slice(0, 12)} builds; the source has moved on since`);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function hasTree(tree: string): boolean {
  try {
    return git('cat-file', '-t', tree) === 'tree';
  } catch {
    return false;
  }
}

function pass(what: string): number {
  console.log(`action/dist ${what}.`);
  return 0;
}

function fail(what: string): number {
  console.error(`action/dist ${what}.`);
  return 1;
}

process.exitCode = main();
