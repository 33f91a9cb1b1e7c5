import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FakeOsv, startFakeOsv } from '../fakes/osv/index.ts';
import { botComments, openPullRequest, review } from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

let product: Product;
let osv: FakeOsv;
beforeAll(async () => {
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
  product = await startProduct({ OSV_API_URL: osv.url });
});
beforeEach(() => {
  osv.fail = undefined;
});
afterAll(async () => {
  await product.close();
  await osv.close();
});

const lock = (version: string): string =>
  `${JSON.stringify({ lockfileVersion: 3, packages: { '': {}, 'node_modules/example-a': { version } } }, null, 2)}\n`;

describe('packages that a pull request brings in', () => {
  it('are looked up in OSV, only those that are new', async () => {
    const scenario = openPullRequest(product, { files: { 'package-lock.json': lock('1.0.0') } });
    const check = await review(product, scenario);
    expect(check.fields.conclusion).toBe('failure');
    expect(botComments(scenario.repository)[0]?.body).toContain('known-vulnerable-dependency');
    const { length } = osv.requests;
    const unrelated = openPullRequest(product, {
      base: { 'package-lock.json': lock('1.0.0') },
      files: { 'package-lock.json': `${lock('1.0.0')}\n` },
    });
    expect((await review(product, unrelated)).fields.conclusion).toBe('success');
    expect(osv.requests).toHaveLength(length);
  });

  it('are judged by dependency review where there is one', async () => {
    const scenario = openPullRequest(product, { files: { 'package-lock.json': lock('2.0.0') } });
    const vulnerabilities = [{ id: 'GHSA-5', severity: 'critical' }];
    scenario.repository.dependencyChanges = [
      {
        manifest: 'package-lock.json',
        ecosystem: 'npm',
        name: 'example-a',
        version: '2.0.0',
        vulnerabilities,
      },
    ];
    const { length } = osv.requests;
    await review(product, scenario);
    expect(botComments(scenario.repository)[0]?.body).toContain('GHSA-5');
    expect(osv.requests).toHaveLength(length);
  });

  it('leave the review incomplete when OSV does not answer', async () => {
    osv.fail = 500;
    const scenario = openPullRequest(product, { files: { 'package-lock.json': lock('3.0.0') } });
    const check = await review(product, scenario);
    expect(check.fields.conclusion).not.toBe('success');
    expect(botComments(scenario.repository)[0]?.body).toContain('OSV could not be asked');
  });
});

describe('actions that a pull request uses', () => {
  it('are audited against their repository', async () => {
    const { state } = product.github;
    const tool = state.repository({ name: 'tool', files: { 'action.yml': 'name: tool\n' } });
    const first = tool.git.commitOf('main') ?? '';
    tool.git.tag('v1.0.0', first, true);
    tool.git.tag('v1', first);
    const second = tool.push('main', { 'a.txt': 'a\n' });
    // A fork's commit is in the same network of objects, on none of the original's branches.
    const foreign = tool.push('elsewhere', { 'evil.txt': 'x\n' });
    tool.git.run(['update-ref', 'refs/pull/9/head', foreign]);
    tool.git.run(['update-ref', '-d', 'refs/heads/elsewhere']);
    state.advisories.push({ id: 'GHSA-7', name: 'octo/tool', range: '<= 1.0.0', severity: 'high' });
    const uses = [first, second, foreign].map(commit => `      - uses: octo/tool@${commit} # v1\n`).join('');
    const text = `on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${uses}`;
    const scenario = openPullRequest(product, { files: { '.github/workflows/ci.yml': text } });
    await review(product, scenario);
    const body = botComments(scenario.repository)[0]?.body ?? '';
    for (const rule of ['impostor-commit', 'known-vulnerable-actions', 'ref-version-mismatch'])
      expect(body).toContain(rule);
    expect(body).toContain('GHSA-7');
    expect(product.github.violations).toEqual([]);
  });
});
