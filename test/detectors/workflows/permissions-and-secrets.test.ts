import { describe, expect, it } from 'vitest';
import { find, withSteps } from './find-rule.ts';

const job = '    runs-on: ubuntu-latest\n    steps:\n      - run: make\n';

describe('excessive-permissions', () => {
  const rule = 'excessive-permissions';

  it.each([
    ['nothing set', `name: x\non: push\njobs:\n  a:\n${job}`, ['1 medium', '4 medium']],
    ['all jobs set their own', `name: x\non: push\njobs:\n  a:\n    permissions: {}\n${job}`, ['1 info']],
    ['only called', `on: workflow_call\njobs:\n  a:\n${job}`, ['1 info', '3 info']],
    [
      'called and started by hand',
      `on: [workflow_call, workflow_dispatch]\njobs:\n  a:\n${job}`,
      ['1 medium', '3 medium'],
    ],
    [
      'a call without limits',
      'on: workflow_call\njobs:\n  a:\n    uses: $/.github/workflows/b.yml\n',
      ['1 info', '3 medium'],
    ],
    ['read-all', `on: push\npermissions: read-all\njobs:\n  a:\n${job}`, ['2 medium']],
    [
      'write-all for a job',
      `on: push\npermissions: {}\njobs:\n  a:\n    permissions: write-all\n${job}`,
      ['5 high'],
    ],
    [
      'writes for several jobs',
      `on: push\npermissions:\n  contents: write\n  checks: write\n  issues: read\njobs:\n  a:\n${job}  b:\n${job}`,
      ['3 high', '4 medium'],
    ],
    ['writes for one job', `on: push\npermissions:\n  id-token: write\njobs:\n  a:\n${job}`, ['3 info']],
    ['none', `on: push\npermissions: {}\njobs:\n  a:\n${job}`, []],
    [
      'writes of a job',
      `on: push\npermissions: {}\njobs:\n  a:\n    permissions:\n      contents: write\n${job}`,
      [],
    ],
  ])('judges %s', (_, text, expected) => {
    expect(find(rule, text)).toEqual(expected);
  });
});

describe('undocumented-permissions', () => {
  it.each([
    ['contents: read', 'permissions:\n  contents: read\n', []],
    ['a comment behind each', 'permissions:\n  issues: write # triage\n  packages: read # base image\n', []],
    ['an empty comment', 'permissions:\n  issues: write #\n', ['3 info']],
    [
      'the first of several',
      'permissions:\n  contents: read\n  issues: write # x\n  packages: read\n  checks: read\n',
      ['5 info'],
    ],
    ['contents: write', 'permissions:\n  contents: write\n', ['3 info']],
    ['a word', 'permissions: read-all\n', []],
  ])('judges %s', (_, permissions, expected) => {
    expect(find('undocumented-permissions', `on: push\n${permissions}jobs:\n  a:\n${job}`)).toEqual(expected);
  });
});

describe('secrets', () => {
  it('reports a whole context, read in any spelling', () => {
    const text = withSteps(
      [
        '- run: x',
        '  env:',
        '    A: ${{ toJson(secrets) }}',
        '    B: ${{ TOJSON( SECRETS ) }}',
        '    C: ${{ secrets[matrix.name] }}',
        "    D: ${{ secrets['name'] }}",
        '    E: ${{ secrets.name }}',
        '    F: ${{ toJSON(secrets.name) }}',
      ].join('\n'),
    );
    expect(find('overprovisioned-secrets', text)).toEqual(['8 medium', '9 medium', '10 medium']);
  });

  it('reports a secret that is taken apart', () => {
    const text = withSteps(
      "- run: x\n  env:\n    A: ${{ fromJSON(secrets.a).b }}\n    B: ${{ fromJson(inputs.b) }}\n    C: ${{ format('{0}', fromJSON(secrets.c)[0]) }}",
    );
    expect(find('unredacted-secrets', text)).toEqual(['8 medium', '10 medium']);
  });

  it('reports secrets outside an environment, but not the token', () => {
    const step =
      '    steps:\n      - run: x\n        env:\n          A: ${{ secrets.A }}\n          T: ${{ secrets.GITHUB_TOKEN }}\n';
    const text = `on: push\njobs:\n  a:\n    runs-on: x\n${step}  b:\n    runs-on: x\n    environment: prod\n${step}`;
    expect(find('secrets-outside-env', text)).toEqual(['8 info']);
  });

  it.each([
    ['inherit', 'secrets: inherit', ['4 medium']],
    ['listed', 'secrets:\n      A: ${{ secrets.A }}', []],
    ['none', 'with: {a: b}', []],
  ])('judges a call with secrets: %s', (_, line, expected) => {
    const text = `on: push\njobs:\n  a:\n    uses: octo/ci/.github/workflows/a.yml@main\n    ${line}\n`;
    expect(find('secrets-inherit', text)).toEqual(expected);
  });

  it.each([
    [
      'a container',
      'container:\n      image: a:1\n      credentials:\n        username: u\n        password: p',
      ['7 high'],
    ],
    [
      'a service',
      'services:\n      db:\n        image: a:1\n        credentials:\n          username: u\n          password: p',
      ['8 high'],
    ],
    [
      'an expression',
      'container:\n      image: a:1\n      credentials:\n        username: u\n        password: ${{ secrets.P }}',
      [],
    ],
    ['a username only', 'container:\n      image: a:1\n      credentials:\n        username: u', []],
  ])('judges registry credentials of %s', (_, lines, expected) => {
    const text = `on: push\njobs:\n  a:\n    runs-on: x\n    ${lines}\n    steps: []\n`;
    expect(find('hardcoded-container-credentials', text)).toEqual(expected);
  });
});
