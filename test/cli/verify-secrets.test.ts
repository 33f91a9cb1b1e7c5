import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reviewResultSchema } from '../../src/contracts/result.ts';
import { exampleToken } from '../../src/detectors/secrets/example-token.ts';
import { recordFetch } from '../fakes/record-fetch.ts';
import { createRepository, runCli, writeFiles } from './run-cli.ts';

const token = `github_pat_${exampleToken('base62', 82)}`;
const asked = `GET https://api.github.com/user Bearer ${token}`;

describe('--verify-secrets', () => {
  it.each(['text', 'json', 'sarif'])('asks nobody unless it is given (%s)', format => {
    const folder = createRepository({ 'a.py': `token = "${token}"\n` });
    const record = recordFetch(200);
    const scan = (...options: readonly string[]): string => {
      const args = ['scan', 'a.py', '--format', format, '--output', 'result', ...options];
      const { stdout, stderr } = runCli(folder, args, record.environment);
      return stdout + stderr + readFileSync(join(folder, 'result'), 'utf8');
    };
    const plain = scan();
    expect(record.requests()).toEqual([]);
    expect(plain).not.toContain('the provider accepts it');
    const verified = scan('--verify-secrets');
    expect(record.requests()).toEqual([asked]);
    expect(verified).toContain('verified: the provider accepts it');
    expect(plain + verified).not.toContain(token);
  });

  it('works for a review, and an answer that does not tell is a gap', () => {
    const folder = createRepository({ 'a.py': '\n' });
    writeFiles(folder, { 'a.py': `token = "${token}"\n` });
    const record = recordFetch(403);
    const { stdout } = runCli(folder, ['review', '--verify-secrets', '--json'], record.environment);
    const { notAnalysed, findings } = reviewResultSchema.parse(JSON.parse(stdout));
    expect(record.requests()).toEqual([asked]);
    expect(findings.map(({ message }) => message).join()).not.toContain('provider');
    expect(notAnalysed).toEqual([
      {
        path: 'a.py',
        reason:
          'github-fine-grained-token in line 1: not verified, the answer of api.github.com (status 403) does not tell',
      },
    ]);
  });
});
