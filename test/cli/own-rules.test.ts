import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder, writeFiles } from './run-cli.ts';

/** The documentation's own example. */
const documented =
  /```yaml\n(?<text>rules:[^]*?)```/.exec(readFileSync('docs/own-rules.md', 'utf8'))?.groups?.['text'] ?? '';

function createFolder(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

const rulesPath = '.github/devops/rules/own.yml';

describe('own rules in the terminal', () => {
  it('pass their examples, those of the documentation too', () => {
    const folder = createFolder({ [rulesPath]: documented });
    const { stdout, exitCode } = runCli(folder, ['rules', 'test']);
    expect(stdout).toBe('9 passed, 0 failed\n');
    expect(exitCode).toBe(0);
  });

  it('are listed, explained and run', () => {
    const folder = createFolder({ [rulesPath]: documented, 'src/a.ts': 'legacy.encrypt(a);\n' });
    expect(runCli(folder, ['rules']).stdout).toContain('custom/no-legacy-crypto');
    expect(runCli(folder, ['explain', 'custom/inbox-to-bus']).stdout).toContain('unchecked');
    const { stdout, exitCode } = runCli(folder, ['scan', '--json']);
    const { findings } = JSON.parse(stdout) as { findings: readonly { readonly rule: string }[] };
    expect(findings.map(({ rule }) => rule)).toContain('custom/no-legacy-crypto');
    expect(exitCode).toBe(1);
  });

  it('are those of the base in a review, so that a change cannot switch them off', () => {
    const folder = createFolder({ [rulesPath]: documented, 'a.txt': '' });
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=M', '-c', 'user.email=m@example.com', ...args], { cwd: folder });
    };
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '-m', 'a');
    writeFileSync(join(folder, rulesPath), 'rules: []\n');
    writeFileSync(join(folder, 'new.ts'), 'legacy.encrypt(a);\n');
    const { stdout } = runCli(folder, ['review', '--base', 'HEAD', '--json']);
    expect(stdout).toContain('custom/no-legacy-crypto');
  });

  it.each([
    ['rules:\n  - id: A b\n', /own\.yml:2:9: .*must be of the form/],
    [
      'rules:\n  - id: a\n    message: x\n    severity: high\n    languages: [python]\n    pattern: "if if"\n',
      /own\.yml:6:14: The pattern is not one expression/,
    ],
    [
      'rules:\n  - id: a\n    message: x\n    severity: high\n    languages: [go]\n    query: (nothing) @match\n',
      /own\.yml:6:12: The query does not fit the grammar of go/,
    ],
    [
      'rules:\n  - id: a\n    message: x\n    severity: high\n    languages: [go]\n',
      /exactly one of `pattern`/,
    ],
    ['rules:\n  - id: a\n    mesage: x\n', /Did you mean "message"/],
  ])('tell what is wrong, and where: %j', (text, message) => {
    const { stdout, exitCode } = runCli(createFolder({ [rulesPath]: text }), ['rules', 'test']);
    expect(stdout).toMatch(message);
    expect(exitCode).toBe(1);
  });

  it('fail their test when an example is wrong', () => {
    const text = documented.replace("'vault.seal(secret);'", "'legacy.encrypt(b);'");
    const { stdout } = runCli(createFolder({ [rulesPath]: text }), ['rules', 'test']);
    expect(stdout).toContain('custom/no-legacy-crypto examples.good[1]: found in line 1');
  });
});
