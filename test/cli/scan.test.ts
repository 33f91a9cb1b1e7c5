import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { reviewResultSchema } from '../../src/contracts/result.ts';
import { detectors } from '../../src/detectors/index.ts';
import { createRepository, runCli, temporaryFolder, writeFiles } from './run-cli.ts';

const example = detectors.find(({ meta }) => meta.id === 'github-token')?.meta.examples.bad[0]?.text ?? '';
const token = /gh[pousr]_\w{36}/.exec(example)?.[0] ?? 'missing';
const secret = `export const token = '${token}';\n`;
const scan = (folder: string, ...args: readonly string[]): readonly string[] => {
  const { stdout } = runCli(folder, ['scan', '--json', ...args]);
  const { findings } = reviewResultSchema.parse(JSON.parse(stdout));
  return findings.filter(({ rule }) => rule === 'github-token').map(({ path, line }) => `${path}:${line}`);
};

describe('devops scan', () => {
  let folder = '';
  beforeAll(() => {
    folder = createRepository({ '.gitignore': 'build/\n', 'a.ts': secret, 'sub/b.ts': `\n${secret}` });
    writeFiles(folder, {
      'new.ts': secret,
      'build/c.ts': secret,
      'node_modules/x/d.ts': secret,
      'image.png': new Uint8Array([0x89, 0x50, 0, 1]),
    });
    symlinkSync('a.ts', join(folder, 'link.ts'));
  });

  it('takes what git tracks or would track', () => {
    expect(scan(folder)).toEqual(['a.ts:1', 'new.ts:1', 'sub/b.ts:2']);
  });

  it('takes the folders and files named, ignored or not, with paths of the repository', () => {
    expect(scan(folder, 'sub')).toEqual(['sub/b.ts:2']);
    expect(scan(folder, 'build', 'a.ts')).toEqual(['a.ts:1', 'build/c.ts:1']);
    expect(scan(join(folder, 'sub'), 'b.ts', '../a.ts')).toEqual(['a.ts:1', 'sub/b.ts:2']);
  });

  it('walks a folder that is no repository', () => {
    const plain = temporaryFolder();
    writeFiles(plain, {
      'a.ts': secret,
      '.git/x.ts': secret,
      'node_modules/y.ts': secret,
      'deep/er/z.ts': secret,
    });
    expect(scan(plain)).toEqual(['a.ts:1', 'deep/er/z.ts:1']);
    expect(scan('/', plain)).toHaveLength(2);
  });

  it('lists a repository inside the repository as not analysed', () => {
    const outer = createRepository({ 'a.md': 'x\n' });
    mkdirSync(join(outer, 'inner'));
    const inner = createRepository({ 'x.ts': '// x\n' });
    writeFiles(join(outer, 'inner'), { '.git': `gitdir: ${join(inner, '.git')}\n`, 'x.ts': '// x\n' });
    const run = runCli(outer, ['scan', '--json']);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('another git repository');
  });

  it('exits by the threshold', () => {
    const codes = ['critical', 'never'].map(level => runCli(folder, ['scan', '--fail-on', level]).exitCode);
    expect(codes).toEqual([1, 0]);
    expect(runCli(createRepository({ 'a.md': 'x\n' }), ['scan']).exitCode).toBe(0);
  });

  it('writes the result to a file', () => {
    const run = runCli(folder, ['scan', '--json', '--output', 'build/result.json']);
    expect(run).toMatchObject({ stdout: '', exitCode: 1 });
    const result = reviewResultSchema.parse(
      JSON.parse(readFileSync(join(folder, 'build/result.json'), 'utf8')),
    );
    expect(result.findings).toHaveLength(3);
  });

  it('never prints the secret', () => {
    for (const format of ['text', 'json', 'sarif', 'markdown']) {
      const { stdout } = runCli(folder, ['scan', '--format', format]);
      expect(stdout).toContain('github-token');
      expect(stdout).not.toContain(token);
    }
  });

  it('shows an excerpt with carets under the place', () => {
    const { stdout } = runCli(folder, ['scan', 'a.ts']);
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      'a.ts:1:23  critical  github-token',
      '  GitHub token in source.',
      "  1 │ export const token = '«masked»';",
      '    │                       ^^^^^^^^',
      expect.stringContaining('  fix: Revoke'),
    ]);
  });

  it('colours by the rules of NO_COLOR and FORCE_COLOR', () => {
    const coloured = (env: NodeJS.ProcessEnv): boolean =>
      runCli(folder, ['scan', 'a.ts'], env).stdout.includes('\x1b[');
    expect(coloured({})).toBe(false);
    expect(coloured({ FORCE_COLOR: '1' })).toBe(true);
    expect(coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });

  it('shows control characters of untrusted text instead of sending them', () => {
    const hostile = createRepository({});
    writeFiles(hostile, { 'x\x1b[2J\u202e.ts': `/* \x1b]0;owned\x07 \u202e */ ${secret}` });
    const { stdout } = runCli(hostile, ['scan'], { FORCE_COLOR: '0' });
    expect(stdout).toContain('x\\u{1b}[2J\\u{202e}.ts');
    expect(/[\p{Cc}\u202e]/u.test(stdout.replaceAll('\n', ''))).toBe(false);
  });

  it('falls back to the defaults, visibly, when the configuration is broken', () => {
    const broken = createRepository({ '.github/devops.yml': 'review:\n  failon: never\n', 'a.ts': secret });
    const { stdout, exitCode } = runCli(broken, ['scan']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('.github/devops.yml has errors, so the defaults are used.');
    expect(stdout).toContain('Did you mean "fail-on"?');
  });

  it('honours the configuration, and --no-config', () => {
    const quiet = createRepository({ '.github/devops.yml': 'review:\n  exclude: [a.ts]\n', 'a.ts': secret });
    expect(scan(quiet)).toEqual([]);
    expect(scan(quiet, '--no-config')).toEqual(['a.ts:1']);
  });

  it('explains a path that is not there, and paths of two repositories', () => {
    expect(runCli(folder, ['scan', 'nope'])).toMatchObject({
      exitCode: 64,
      stderr: 'devops: There is no file or folder "nope".\n',
    });
    const other = createRepository({ 'a.ts': '// x\n' });
    expect(runCli(folder, ['scan', '.', other])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('one at a time'),
    });
  });
});
