import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRepository, runCli, temporaryFolder } from './run-cli.ts';

it('keys of models do not reach what the program starts: a repository can make git run things', () => {
  const folder = temporaryFolder();
  const seen = join(folder, 'seen');
  const git = join(folder, 'git');
  writeFileSync(git, `#!/bin/sh\nenv >> '${seen}'\nPATH="\${PATH#*:}" exec git "$@"\n`);
  chmodSync(git, 0o755);
  const key = 'a-key-of-these-tests';
  const repository = createRepository({ 'a.ts': 'export {};\n' });
  const { exitCode } = runCli(repository, ['review', '--base', 'HEAD'], {
    PATH: `${folder}:${process.env['PATH']}`,
    OPENAI_API_KEY: key,
    ANTHROPIC_API_KEY: key,
    HF_TOKEN: key,
    DEVOPS_ENCRYPTION_KEY: key,
    SOMETHING_ELSE: 'passed-on',
  });
  expect(exitCode).toBe(0);
  expect(readFileSync(seen, 'utf8')).toContain('passed-on');
  expect(readFileSync(seen, 'utf8')).not.toContain(key);
});
