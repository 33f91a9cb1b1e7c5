import { describe, expect, it } from 'vitest';
import { createRepository, runCli } from './run-cli.ts';

const folder = createRepository({
  '.github/devops/agents/helper.md':
    '---\ndescription: Helps with issues.\ntools: [github_list_issues]\n---\nHelp.\n',
  '.github/devops/workflows/nightly.yml':
    'description: Looks every night.\nsteps:\n  - { id: look, agent: helper, input: Look. }\n',
});

describe('devops agents and workflows', () => {
  it('list what is built in and what the work tree has', () => {
    const { exitCode, stdout } = runCli(folder, ['agents', 'list']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/security-compliance +built-in .*scanner, compliance, remediation and reporting/);
    expect(stdout).toMatch(/helper +repository +Helps with issues\./);
    const workflows = runCli(folder, ['workflows', 'list', '--format', 'json']);
    const names = (JSON.parse(workflows.stdout) as { name: string; source: string }[]).map(
      ({ name, source }) => `${name} ${source}`,
    );
    expect(names).toEqual([
      'release-readiness built-in',
      'security-audit built-in',
      'triage built-in',
      'nightly repository',
    ]);
  });

  it('show one with everything that holds for it', () => {
    const { stdout } = runCli(folder, ['agents', 'show', 'helper', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'helper',
      role: 'read',
      tools: ['github_list_issues'],
      instructions: 'Help.',
      guardrails: [
        'budget',
        'oversized-input',
        'secret-leak',
        'untrusted-instructions',
        'dangerous-operation',
      ],
      triggers: ['command'],
    });
    expect(runCli(folder, ['workflows', 'show', 'nightly']).stdout).toContain(
      'description: Looks every night.',
    );
  });

  it('say which name was meant', () => {
    expect(runCli(folder, ['agents', 'show', 'helpr'])).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('Did you mean "helper"?') as string,
    });
    expect(runCli(folder, ['workflows', 'show', 'nightl']).stderr).toContain('Did you mean "nightly"?');
  });

  it('end with 1 and the place when a file is broken, and still list the others', () => {
    const broken = createRepository({
      '.github/devops/agents/helper.md': '---\ndescription: x\ntools: [github_list_isues]\n---\nHelp.\n',
    });
    const { exitCode, stdout, stderr } = runCli(broken, ['agents', 'list']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('monitoring');
    expect(stderr).toContain('.github/devops/agents/helper.md:3:9: There is no tool "github_list_isues"');
    expect(stderr).toContain('Did you mean "github_list_issues"?');
  });
});

describe('devops config check', () => {
  const broken = {
    '.github/devops.yml':
      'guardrails:\n  no-production:\n    places: [tool-input]\n    message: Not production.\n    patterns: ["prod-(?=x)"]\n',
    '.github/devops/agents/helper.md': '---\ndescription: x\nrole: admin\n---\nHelp.\n',
    '.github/devops/workflows/w.yml': 'description: x\nsteps:\n  - { id: a, agent: helpr, input: Look. }\n',
  };

  it('checks the configuration with its guardrails, the agents and the workflows', () => {
    const { exitCode, stdout } = runCli(createRepository(broken), ['config', 'check']);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/devops\.yml:5:16 .*the pattern uses look-around/);
    expect(stdout).toMatch(/helper\.md:3:7 .*role must be one of read, write, destructive, not "admin"/);
    expect(stdout).toContain('  3 │ role: admin');
    expect(stdout).toMatch(/w\.yml:3:21 .*There is no agent "helpr"/);
    expect(stdout).toContain('3 problems.');
  });

  it('says what is valid', () => {
    expect(runCli(folder, ['config', 'check'])).toMatchObject({
      exitCode: 0,
      stdout: '.github/devops.yml and 2 files of .github/devops are valid.\n',
    });
  });
});
