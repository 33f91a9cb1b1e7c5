import { chmodSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reviewResultSchema } from '../../src/contracts/result.ts';
import { detectors } from '../../src/detectors/index.ts';
import { commitAll, createRepository, git, runCli, temporaryFolder, writeFiles } from './run-cli.ts';

const secret = detectors.find(({ meta }) => meta.id === 'github-token')?.meta.examples.bad[0]?.text ?? '';
const found = (folder: string, ...args: readonly string[]): readonly string[] => {
  const run = runCli(folder, ['review', '--json', ...args]);
  expect(run.stderr).toBe('');
  const result = reviewResultSchema.parse(JSON.parse(run.stdout));
  return result.findings
    .filter(({ rule }) => rule === 'github-token')
    .map(({ path, line }) => `${path}:${line}`);
};

describe('devops review', () => {
  it('reports what a branch adds and not what was there', () => {
    const folder = createRepository({ 'old.ts': secret, 'a.ts': '// one\n// two\n' });
    git(folder, 'switch', '--quiet', '--create', 'topic');
    writeFiles(folder, { 'a.ts': `// one\n${secret}// two\n` });
    commitAll(folder);
    expect(found(folder, '--head', 'topic')).toEqual(['a.ts:2']);
    expect(found(folder, '--base', 'main', '--head', 'HEAD')).toEqual(['a.ts:2']);
  });

  it('compares with the merge base, not with what main became', () => {
    const folder = createRepository({ 'a.ts': '// one\n' });
    git(folder, 'switch', '--quiet', '--create', 'topic');
    writeFiles(folder, { 'b.ts': '// b\n' });
    commitAll(folder);
    git(folder, 'switch', '--quiet', 'main');
    writeFiles(folder, { 'a.ts': secret });
    commitAll(folder);
    git(folder, 'switch', '--quiet', 'topic');
    expect(found(folder)).toEqual([]);
  });

  it('looks at staged, unstaged and untracked work without --head', () => {
    const folder = createRepository({ 'a.ts': '// one\n', 'b.ts': '// one\n', '.gitignore': 'ignored.ts\n' });
    writeFiles(folder, { 'a.ts': `// one\n${secret}`, 'new/c.ts': secret, 'ignored.ts': secret });
    git(folder, 'add', 'a.ts');
    writeFiles(folder, { 'b.ts': `${secret}// one\n` });
    expect(found(folder)).toEqual(['a.ts:2', 'b.ts:1', 'new/c.ts:1']);
    expect(found(join(folder, 'new'))).toEqual(['a.ts:2', 'b.ts:1', 'new/c.ts:1']);
  });

  it.each([
    'with space.ts',
    'tab\there.ts',
    'quote".ts',
    'back\\slash.ts',
    'ünïcode-文.ts',
    'new\nline.ts',
    '-dash.ts',
    ' lead',
    'a => b',
    'b/b/x.ts',
  ])('finds the changed lines of a file called %j', name => {
    const folder = createRepository({ [name]: '// one\n' });
    writeFiles(folder, { [name]: `// one\n${secret}` });
    expect(found(folder)).toEqual([`${name}:2`]);
    git(folder, 'switch', '--quiet', '--create', 'topic');
    commitAll(folder);
    expect(found(folder, '--head', 'topic')).toEqual([`${name}:2`]);
  });

  it('is not fooled by content that looks like a patch', () => {
    const folder = createRepository({ 'a.md': 'x\n', 'z.ts': 'x\n' });
    writeFiles(folder, {
      'a.md': 'x\n++ b/z.ts\n@@ -1 +1 @@\ndiff --git a/z.ts b/z.ts\n-- a/q\n',
      'z.ts': `x\n\n${secret}`,
    });
    expect(found(folder)).toEqual(['z.ts:3']);
  });

  it('keeps line numbers with CRLF and without a last line ending', () => {
    const folder = createRepository({ 'a.ts': '// 1\r\n// 2\r\n' });
    writeFiles(folder, { 'a.ts': `// 1\r\n// 2\r\n${secret.trimEnd()}` });
    expect(found(folder)).toEqual(['a.ts:3']);
  });

  it('looks at the changed lines of a renamed file only, and at all of one that became a workflow', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `// line ${index}`).join('\n');
    const workflow =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n';
    const folder = createRepository({ 'a.ts': `${secret}${lines}\n`, 'ci.yml': workflow });
    git(folder, 'mv', 'a.ts', 'b.ts');
    writeFiles(folder, { 'b.ts': `${secret}${lines}\n${secret}` });
    writeFiles(folder, { '.github/workflows/keep': '' });
    renameSync(join(folder, 'ci.yml'), join(folder, '.github/workflows/ci.yml'));
    git(folder, 'add', '--all');
    expect(found(folder)).toEqual(['b.ts:22']);
    const { stdout } = runCli(folder, ['review', '--json']);
    expect(stdout).toContain('"unpinned-uses"');
  });

  it('is not blinded by .gitattributes', () => {
    const folder = createRepository({ 'a.ts': '// one\n' });
    writeFiles(folder, { 'a.ts': `// one\n${secret}`, '.gitattributes': '*.ts binary -diff\n' });
    expect(found(folder)).toEqual(['a.ts:2']);
  });

  it('ignores the settings that would change what git prints', () => {
    const folder = createRepository({ 'a.ts': '// one\n' });
    for (const setting of [
      'diff.noprefix=true',
      'diff.external=/bin/false',
      'color.ui=always',
      'diff.context=9',
      'diff.mnemonicPrefix=true',
      'core.fsmonitor=/bin/false',
    ]) {
      git(folder, 'config', ...(setting.split('=') as [string, string]));
    }
    writeFiles(folder, { 'a.ts': `// one\n${secret}` });
    expect(found(folder)).toEqual(['a.ts:2']);
  });

  it('lists a submodule and an oversized text as not analysed, and passes over binaries and links', () => {
    const library = createRepository({ 'x.ts': '// x\n' });
    const folder = createRepository({ 'a.ts': '// one\n' });
    git(folder, 'submodule', '--quiet', 'add', library, 'library');
    symlinkSync('/etc/passwd', join(folder, 'link.ts'));
    writeFiles(folder, { 'image.png': new Uint8Array([0x89, 0x50, 0, 1]), 'big.ts': '//\n'.repeat(400_000) });
    const run = runCli(folder, ['review', '--json']);
    const { outcome, notAnalysed } = reviewResultSchema.parse(JSON.parse(run.stdout));
    expect({ outcome, exitCode: run.exitCode }).toEqual({ outcome: 'incomplete', exitCode: 2 });
    expect(notAnalysed.map(({ path }) => path)).toEqual(['library', 'big.ts']);
    git(folder, 'switch', '--quiet', '--create', 'topic');
    commitAll(folder);
    const committed = reviewResultSchema.parse(
      JSON.parse(runCli(folder, ['review', '--json', '--head', 'topic']).stdout),
    );
    expect(committed.notAnalysed.map(({ path }) => path)).toEqual(['library', 'big.ts']);
  });

  it('does not let a NUL byte hide a script', () => {
    const folder = createRepository({});
    writeFiles(folder, { 'a.ts': `// \0\n${secret}` });
    expect(found(folder)).toEqual(['a.ts:2']);
  });

  it.skipIf(process.getuid?.() === 0)(
    'lists a file that cannot be read (not as root, who reads everything)',
    () => {
      const folder = createRepository({});
      writeFiles(folder, { 'a.ts': secret });
      chmodSync(join(folder, 'a.ts'), 0);
      expect(runCli(folder, ['review', '--json']).exitCode).toBe(2);
    },
  );

  it('passes over deleted files', () => {
    const folder = createRepository({ 'a.ts': secret });
    rmSync(join(folder, 'a.ts'));
    expect(runCli(folder, ['review'])).toMatchObject({ exitCode: 0 });
  });

  it('takes the configuration of the base, so that a change cannot loosen its own policy', () => {
    const folder = createRepository({ '.github/devops.yml': 'review:\n  report-from: low\n' });
    writeFiles(folder, { '.github/devops.yml': 'review:\n  exclude: ["**"]\n', 'a.ts': secret });
    expect(found(folder)).toEqual(['a.ts:1']);
    expect(found(folder, '--config', '.github/devops.yml')).toEqual([]);
  });

  it.each([
    [['--base', 'mian'], 'There is no branch, tag or commit "mian" in this repository. Did you mean "main"?'],
    [
      ['--head', '--output=/tmp/x'],
      'There is no branch, tag or commit "--output=/tmp/x" in this repository.',
    ],
    [
      ['--fail-on', 'hgih'],
      '--fail-on must be one of critical, high, medium, low, info, never, not "hgih". Did you mean "high"?',
    ],
    [['--format', 'yaml'], '--format must be one of'],
    [['--json', '--format', 'text'], '--json and --format text contradict each other; give one of them.'],
    [['--output', 'no/such/folder/x'], 'cannot be written (ENOENT)'],
    [['--config', 'none.yml'], 'none.yml cannot be read (ENOENT)'],
    [['--formt', 'json'], "unknown option '--formt'\n(Did you mean --format?)"],
  ])('explains the bad argument %j', (args, message) => {
    const folder = createRepository({ 'a.ts': '// one\n' });
    const run = runCli(folder, ['review', ...args]);
    expect(run).toMatchObject({ exitCode: 64, stdout: '' });
    expect(run.stderr).toContain(message);
  });

  it('says what to do outside a repository, without a base, and without common history', () => {
    expect(runCli(temporaryFolder(), ['review'])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('`devops scan`'),
    });
    const folder = createRepository({ 'a.ts': '// one\n' });
    git(folder, 'branch', '--move', 'trunk');
    expect(runCli(folder, ['review'])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('--base <ref>'),
    });
    git(folder, 'switch', '--quiet', '--orphan', 'other');
    commitAll(folder);
    expect(runCli(folder, ['review', '--base', 'trunk'])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('share no history'),
    });
  });
});
