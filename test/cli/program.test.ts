import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/detectors/rules.ts';
import { createRepository, runCli, temporaryFolder, writeFiles } from './run-cli.ts';

const folder = temporaryFolder();

describe('devops', () => {
  it('starts with a hash-bang, so that npx runs it', () => {
    expect(readFileSync('dist/cli.js', 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  });

  it('tells its version and its help on standard output', () => {
    expect(runCli(folder, ['--version'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    const { exitCode, stdout } = runCli(folder, ['--help']);
    expect(exitCode).toBe(0);
    for (const command of ['review', 'scan', 'rules', 'explain', 'config', 'demo'])
      expect(stdout).toContain(`  ${command}`);
  });

  it('guesses a mistyped command and shows control characters', () => {
    expect(runCli(folder, ['scna'])).toMatchObject({
      exitCode: 64,
      stdout: '',
      stderr: expect.stringContaining('Did you mean scan?'),
    });
    expect(runCli(folder, ['\x1b[2J']).stderr).not.toContain('\x1b');
  });

  it('lists every rule in each format', () => {
    const ids = rules.map(({ id }) => id);
    const listed = JSON.parse(runCli(folder, ['rules', '--json']).stdout) as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(ids);
    for (const format of ['text', 'markdown']) {
      const { stdout } = runCli(folder, ['rules', '--format', format]);
      expect(ids.filter(id => !stdout.includes(id))).toEqual([]);
    }
  });

  it('explains a rule, and guesses a mistyped one', () => {
    expect(runCli(folder, ['explain', 'github-token']).stdout).toContain('How to fix it.');
    expect(runCli(folder, ['explain', 'github-tokn'])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('Did you mean "github-token"?'),
    });
  });

  it('checks a configuration', () => {
    const repository = createRepository({ '.github/devops.yml': 'review:\n  fail-on: hihg\n' });
    const run = runCli(repository, ['config', 'check']);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toBe(
      '.github/devops.yml:2:12  review.fail-on must be one of critical, high, medium, low, info, never, not "hihg". Did you mean "high"?\n' +
        '  2 │   fail-on: hihg\n    │            ^\n\n1 problem.\n',
    );
    writeFiles(repository, { 'good.yml': 'version: 1\n' });
    expect(runCli(repository, ['config', 'check', 'good.yml'])).toMatchObject({
      exitCode: 0,
      stdout: 'good.yml is valid.\n',
    });
    expect(runCli(folder, ['config', 'check'])).toMatchObject({ exitCode: 64 });
    expect(runCli(folder, ['config', 'check', 'none.yml'])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('ENOENT'),
    });
  });
});
