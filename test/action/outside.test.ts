import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/index.ts';
import { type FakeOsv, startFakeOsv } from '../fakes/osv/index.ts';
import { appPermissions } from '../server/start-product.ts';
import { buildAction, type JobRun, pullRequestJob, runAction } from './run-action.ts';

let github: FakeGitHub;
let osv: FakeOsv;
let entry: string;
beforeAll(async () => {
  entry = buildAction();
  github = await startFakeGitHub({ permissions: appPermissions });
  osv = await startFakeOsv([
    {
      id: 'GHSA-1',
      ecosystem: 'npm',
      name: 'example-a',
      versions: ['1.0.0'],
      severity: 'HIGH',
      fixed: '1.0.1',
    },
  ]);
});
afterAll(async () => {
  await github.close();
  await osv.close();
});

type Files = Readonly<Record<string, string>>;
let count = 0;

async function review(base: Files, files: Files): Promise<JobRun> {
  const repository = github.state.repository({ name: `outside-${++count}`, files: { 'a.txt': '', ...base } });
  repository.push('change', files);
  const pullRequest = repository.openPullRequest({ head: 'change' });
  const variables = { OSV_API_URL: osv.url };
  return await runAction({ entry, github, ...pullRequestJob(repository, pullRequest), variables });
}

const rules = `rules:
  - id: no-legacy
    message: The legacy module is not used here.
    severity: high
    languages: [javascript]
    pattern: legacy.encrypt($X)
`;
const ignored = '// devops: ignore[custom/no-legacy] known\n';

describe('a job', () => {
  it('looks packages up in OSV, and is incomplete when that does not answer', async () => {
    const lock = JSON.stringify({
      lockfileVersion: 3,
      packages: { 'node_modules/example-a': { version: '1.0.0' } },
    });
    expect((await review({}, { 'package-lock.json': lock })).summary).toContain(
      'known-vulnerable-dependency',
    );
    osv.fail = 500;
    const run = await review({}, { 'package-lock.json': lock });
    osv.fail = undefined;
    expect(run.outputs['outcome']).toBe('incomplete');
    expect(run.exitCode).toBe(1);
  });

  it('runs the default branch’s own rules, and honours comments of the base alone', async () => {
    const own = { '.github/devops/rules/own.yml': rules };
    const brought = await review(own, { 'src/a.ts': `${ignored}legacy.encrypt(a);\n` });
    expect(brought.summary).toContain('custom/no-legacy');
    const base = { ...own, 'src/a.ts': `${ignored}legacy.encrypt(a);\n` };
    const known = await review(base, { 'src/a.ts': `${ignored}legacy.encrypt(b);\n` });
    expect(known.outputs['outcome']).toBe('passed');
    expect(known.summary).toContain('1 not shown');
  });
});
