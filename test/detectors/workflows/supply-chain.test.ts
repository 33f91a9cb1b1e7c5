import { describe, expect, it } from 'vitest';
import { find, withSteps } from './find-rule.ts';

const hash = 'a'.repeat(40);
const uses = (rule: string, value: string): readonly string[] => find(rule, withSteps(`- uses: ${value}`));

describe('references', () => {
  it.each([
    ['octo/setup@v4', ['6 high']],
    ['actions/checkout@v4', ['6 medium']],
    ['octo/setup@main', ['6 high']],
    ['octo/setup@abc1234', ['6 high']],
    ['octo/setup', ['6 high']],
    [`actions/checkout@${hash}`, []],
    [`octo/a/b/c@${hash}`, []],
    ['./local', []],
    ['$/local', []],
    ['docker://alpine', []],
  ])('judges whether %s is pinned', (value, expected) => {
    expect(uses('unpinned-uses', value)).toEqual(expected);
  });

  it.each([
    ['docker://alpine', ['6 high']],
    ['docker://alpine:latest', ['6 high']],
    ['docker://ghcr.io:443/a/b', ['6 high']],
    ['docker://alpine:3.20', ['6 info']],
    [`docker://alpine@sha256:${'a'.repeat(64)}`, []],
  ])('judges whether the image of %s is pinned', (value, expected) => {
    expect(uses('unpinned-images', value)).toEqual(expected);
  });

  it.each([
    ['container: node', ['5 high']],
    ['container: node:22', ['5 info']],
    ['container:\n      image: node:latest', ['6 high']],
    ['services:\n      db:\n        image: postgres', ['7 high']],
    ['container: ${{ matrix.image }}\n    strategy: {matrix: {image: ["a:1", b]}}', ['5 high']],
    ['container: ${{ matrix.image }}\n    strategy: {matrix: {image: ["a:1"]}}', ['5 info']],
    ['container: ${{ inputs.image }}', ['5 info']],
    ["container: ''", []],
    [`container: node@sha256:${'a'.repeat(64)}`, []],
  ])('judges %s', (lines, expected) => {
    const text = `on: push\njobs:\n  a:\n    runs-on: x\n    ${lines}\n    steps: []\n`;
    expect(find('unpinned-images', text)).toEqual(expected);
  });

  it.each([
    ['action/checkout@v4', 1],
    ['actoins/setup-node@v4', 1],
    ['dockers/build-push-action@v6', 1],
    ['actions/chekcout@v4', 1],
    ['actions/caches@v4', 0],
    ['actions/checkout@v4', 0],
    ['octo/checkout@v4', 0],
    ['action/my-own@v4', 0],
  ])('judges whether %s is a slip', (value, count) => {
    expect(uses('typosquat-uses', value)).toHaveLength(count);
  });

  it.each([
    [`actions/checkout/@${hash}`, 1],
    [`actions/cache/../checkout@${hash}`, 1],
    [`github/codeql-action/./init@${hash}`, 1],
    [`github/codeql-action/init@${hash}`, 0],
  ])('judges the path of %s', (value, count) => {
    expect(uses('obfuscation', value)).toHaveLength(count);
  });
});

describe('artipacked', () => {
  it.each([
    ['', 'v4', ['6 medium']],
    ['', `${hash} # v6.0.1`, ['6 low']],
    ['', `${hash} # tag=v4.2.2`, ['6 medium']],
    ['persist-credentials: false', 'v4', []],
    ["persist-credentials: 'false'", 'v4', []],
    ['persist-credentials: true', 'v4', ['6 info']],
    ['persist-credentials: ${{ inputs.x }}', 'v4', []],
    ['fetch-depth: 0', 'v4', ['6 medium']],
  ])('judges a checkout with %j at %s', (input, ref, expected) => {
    const inputs = input === '' ? '' : `\n  with:\n    ${input}`;
    expect(find('artipacked', withSteps(`- uses: actions/checkout@${ref}${inputs}`))).toEqual(expected);
  });

  it('takes an upload of the workspace for worse', () => {
    const text = withSteps(
      '- uses: actions/checkout@v4\n- uses: actions/upload-artifact@v4\n  with:\n    path: .',
    );
    expect(find('artipacked', text)).toEqual(['6 high']);
  });
});

describe('cache-poisoning', () => {
  const cached = (uses: string, inputs = '', on = 'release'): readonly string[] =>
    find(
      'cache-poisoning',
      withSteps(`- uses: ${uses}${inputs === '' ? '' : `\n  with:\n    ${inputs}`}`, on),
    );

  it.each([
    ['actions/cache@v4', ''],
    ['actions/cache/restore@v4', ''],
    ['actions/setup-go@v5', ''],
    ['actions/setup-node@v4', 'cache: npm'],
    ['actions/setup-node@v6', ''],
    ['actions/setup-python@v5', 'cache: pip'],
    ['ruby/setup-ruby@v1', 'bundler-cache: true'],
    ['oven-sh/setup-bun@v2', ''],
    ['gradle/actions/setup-gradle@v4', ''],
    ['docker/setup-buildx-action@v3', 'version: latest'],
    ['astral-sh/setup-uv@v6', ''],
    ['jdx/mise-action@v2', 'cache: ${{ inputs.cache }}'],
  ])('reports %s with %j in a release', (action, inputs) => {
    expect(cached(action, inputs)).toEqual(['6 high']);
  });

  it.each([
    ['actions/cache@v4', 'lookup-only: true'],
    ['actions/cache/save@v4', ''],
    ['actions/setup-go@v5', 'cache: false'],
    ['actions/setup-node@v4', ''],
    ['actions/setup-node@v6', 'package-manager-cache: false'],
    ['actions/setup-java@v4', ''],
    ['ruby/setup-ruby@v1', ''],
    ['oven-sh/setup-bun@v2', 'no-cache: true'],
    ['docker/setup-buildx-action@v3', ''],
    ['astral-sh/setup-uv@v10', ''],
    ['octo/cache@v1', ''],
  ])('lets %s with %j be', (action, inputs) => {
    expect(cached(action, inputs)).toEqual([]);
  });

  it.each([
    ['release', 1],
    ['{push: {tags: ["v*"]}}', 1],
    ['{push: {branches: [release/1]}}', 1],
    ['push', 0],
    ['{push: {branches: [main]}}', 0],
    ['pull_request', 0],
    ['{push: {tags-ignore: ["v*"]}}', 0],
  ])('knows whether %s publishes', (on, count) => {
    expect(cached('actions/cache@v4', '', on)).toHaveLength(count);
  });

  it('knows jobs that publish by what they use', () => {
    const job = (publisher: string): string => withSteps(`- uses: actions/cache@v4\n- ${publisher}`);
    expect(find('cache-poisoning', job('uses: pypa/gh-action-pypi-publish@v1'))).toEqual(['6 high']);
    expect(find('cache-poisoning', job('{uses: docker/build-push-action@v6, with: {push: true}}'))).toEqual([
      '6 high',
    ]);
    expect(find('cache-poisoning', job('{uses: docker/build-push-action@v6, with: {push: false}}'))).toEqual(
      [],
    );
    expect(
      find(
        'cache-poisoning',
        job('{uses: goreleaser/goreleaser-action@v6, with: {args: release --snapshot}}'),
      ),
    ).toEqual([]);
  });

  it.each([
    ["github.ref_type != 'tag'", 0],
    ["!startsWith(github.ref, 'refs/tags/')", 0],
    ["github.event_name == 'pull_request'", 0],
    ["github.event_name == 'push'", 1],
    ['always()', 1],
  ])('follows a condition on the step: %s', (condition, count) => {
    const text = withSteps(
      `- uses: actions/cache@v4\n  if: "${condition}"`,
      '{push: {tags: ["*"]}, pull_request: {}}',
    );
    expect(find('cache-poisoning', text)).toHaveLength(count);
  });
});

describe('self-hosted-runner', () => {
  it.each([
    ['self-hosted', 1],
    ['[Self-Hosted, linux]', 1],
    ['{group: big}', 1],
    ['{labels: [self-hosted]}', 1],
    ['${{ matrix.c.os }}', 1],
    ["${{ github.event_name == 'push' && 'self-hosted' || 'ubuntu-latest' }}", 1],
    ['${{ inputs.os }}', 0],
    ['ubuntu-latest', 0],
  ])('judges runs-on: %s', (runsOn, count) => {
    const matrix = 'strategy: {matrix: {c: [{os: self-hosted}, {os: ubuntu-latest}]}}';
    const text = `on: push\njobs:\n  a:\n    runs-on: ${runsOn}\n    ${matrix}\n    steps: []\n`;
    expect(find('self-hosted-runner', text)).toEqual(Array.from({ length: count }, () => '4 info'));
  });
});

describe('other rules', () => {
  it.each([
    ['npm install -g eslint', 'low'],
    ['npm i prettier@3', 'low'],
    ['sudo gem install rubocop -v 1', 'low'],
    ['yarn add lodash', 'low'],
    ['pip install ruff', 'info'],
    ['npm ci', ''],
    ['npm install', ''],
    ['npm install --prefix web --silent', ''],
    ['npm install ./a.tgz', ''],
    ['pip install -r requirements.txt', ''],
    ['pip install -e .', ''],
    ['bundle install', ''],
  ])('judges %s', (command, severity) => {
    expect(find('adhoc-packages', withSteps(`- run: |\n    cd x\n    ${command}`))).toEqual(
      severity === '' ? [] : [`8 ${severity}`],
    );
  });

  it.each([
    ['', ['6 high']],
    ['permission-contents: read', []],
    ['permission-contents: read\n    owner: octo', ['9 high']],
    ['permission-contents: read\n    owner: octo\n    repositories: a', []],
    ['permission-contents: read\n    skip-token-revoke: true', ['9 medium']],
  ])('judges an app token with %j', (inputs, expected) => {
    const extra = inputs === '' ? 'app-id: 1' : inputs;
    const text = withSteps(`- uses: actions/create-github-app-token@v3\n  with:\n    ${extra}`);
    expect(find('github-app', text)).toEqual(expected);
  });

  it.each([
    ['{workflow_run: {workflows: [a]}}', ['1 high']],
    ['[pull_request_target, push]', ['1 high']],
    ['pull_request', []],
  ])('judges the trigger %s', (on, expected) => {
    expect(find('dangerous-triggers', withSteps('- run: x', on))).toEqual(expected);
  });

  it.each([
    'uses: actions/checkout@v4\n  with: {ref: "${{ github.event.pull_request.head.sha }}"}',
    'uses: actions/checkout@v4\n  with: {repository: "${{ github.event.pull_request.head.repo.full_name }}"}',
    'uses: actions/checkout@v4\n  with: {ref: "refs/pull/${{ github.event.number }}/merge"}',
    'run: gh pr checkout 1',
    'run: git fetch origin pull/1/head',
  ])('takes a checkout of the pull request for critical: %s', step => {
    expect(find('dangerous-triggers', withSteps(`- ${step}`, 'pull_request_target'))).toEqual(['1 critical']);
  });

  it('reads a Dependabot configuration', () => {
    const update = (rest: string): string =>
      `version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    schedule: {interval: daily}\n${rest}`;
    const path = '.github/dependabot.yml';
    expect(find('dependabot-cooldown', update(''), path)).toEqual(['3 medium']);
    expect(find('dependabot-cooldown', update('    cooldown: {default-days: 3}\n'), path)).toEqual([
      '6 medium',
    ]);
    expect(find('dependabot-cooldown', update('    cooldown: {semver-major-days: 30}\n'), path)).toEqual([
      '6 medium',
    ]);
    expect(find('dependabot-cooldown', update('    cooldown: {default-days: 14}\n'), path)).toEqual([]);
    expect(
      find('dependabot-execution', update('    insecure-external-code-execution: allow\n'), path),
    ).toEqual(['6 high']);
  });
});
