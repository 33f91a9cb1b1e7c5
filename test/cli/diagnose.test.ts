import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnosisSchema } from '../../src/contracts/diagnosis.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const folder = temporaryFolder();
const fixture = (name: string): string => join(import.meta.dirname, `../diagnosis/fixtures/${name}.log`);

describe('devops diagnose', () => {
  it('tells the failure as text, JSON and Markdown, and ends with 1', () => {
    const text = runCli(folder, ['diagnose', '--log', fixture('tsc-assign')]);
    expect(text.exitCode).toBe(1);
    expect(text.stdout).toContain('src/user.ts:2:29');
    const json = runCli(folder, ['diagnose', '--log', fixture('tsc-assign'), '--format', 'json']);
    const { failures } = diagnosisSchema.parse(JSON.parse(json.stdout));
    expect(failures[0]).toMatchObject({ category: 'type', tool: 'tsc', line: 32 });
    expect(
      runCli(folder, ['diagnose', '--log', fixture('tsc-assign'), '--format', 'markdown']).stdout,
    ).toMatch(/^### /);
  });

  it('ends with 0 for a log without failure, and with 2 for one that tells nothing', () => {
    expect(runCli(folder, ['diagnose', '--log', fixture('green')])).toMatchObject({
      exitCode: 0,
      stdout: 'Nothing failed.\n',
    });
    expect(runCli(folder, ['diagnose', '--log', '/dev/null'])).toMatchObject({ exitCode: 2 });
  });

  it('reads what the repository’s own problem matchers describe', () => {
    const pattern = { regexp: '^!! (.+)#(\\d+) (.+)$', file: 1, line: 2, message: 3 };
    writeFileSync(
      join(folder, 'matcher.json'),
      JSON.stringify({ problemMatcher: [{ owner: 'acme-lint', pattern: [pattern] }] }),
    );
    writeFileSync(join(folder, 'acme.log'), 'working\n!! src/a.acme#7 never do this\n');
    const args = ['diagnose', '--json', '--log', 'acme.log'];
    expect(runCli(folder, args).exitCode).toBe(2);
    const { stdout } = runCli(folder, [...args, '--matcher', 'matcher.json']);
    expect(diagnosisSchema.parse(JSON.parse(stdout)).failures).toMatchObject([
      {
        category: 'lint',
        tool: 'acme-lint',
        message: 'never do this',
        place: { path: 'src/a.acme', line: 7 },
      },
    ]);
  });

  it('merges what several logs have in common', () => {
    copyFileSync(fixture('tsc-assign'), join(folder, 'node 22.log'));
    copyFileSync(fixture('tsc-assign'), join(folder, 'node 24.log'));
    const { stdout } = runCli(folder, ['diagnose', '--json', '--log', 'node 22.log', 'node 24.log']);
    expect(diagnosisSchema.parse(JSON.parse(stdout)).failures).toMatchObject([
      { job: 'node 22', alsoIn: ['node 24'] },
    ]);
  });

  it.each([
    [[], 'Give the log with --log <file>'],
    [['--log', 'none.log'], '"none.log" cannot be read (ENOENT)'],
    [['--log', '.'], '"." is a folder'],
    [['--log', '/dev/null', '--matcher', 'none.json'], '"none.json" cannot be read (ENOENT)'],
    [['--log', '/dev/null', '--matcher', fixture('green')], 'is no file of problem matchers'],
    [['--log', '/dev/null', '--format', 'jsno'], 'Did you mean "json"?'],
  ])('explains %j', (args, message) => {
    expect(runCli(folder, ['diagnose', ...args])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining(message),
    });
  });
});
