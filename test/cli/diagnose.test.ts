import { copyFileSync } from 'node:fs';
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
    [['--log', '/dev/null', '--format', 'jsno'], 'Did you mean "json"?'],
  ])('explains %j', (args, message) => {
    expect(runCli(folder, ['diagnose', ...args])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining(message),
    });
  });
});
