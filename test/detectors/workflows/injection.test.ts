import { describe, expect, it } from 'vitest';
import { find, withSteps } from './find-rule.ts';

describe('template-injection', () => {
  const rule = 'template-injection';
  const severityOf = (expression: string, on = 'pull_request'): string | undefined =>
    find(rule, withSteps(`- run: echo \${{ ${expression} }}`, on))[0]?.replace(/^6 /, '');

  it.each([
    'github.event.issue.title',
    'github.event.pull_request.body',
    'github.event.pull_request.head.ref',
    'github.event.pull_request.head.label',
    'github.event.pull_request.head.repo.default_branch',
    'github.event.comment.body',
    'github.event.review.body',
    'github.event.commits[0].message',
    'github.event.commits.*.author.email',
    'github.event.head_commit.message',
    'github.event.workflow_run.head_branch',
    'github.event.workflow_run.display_title',
    'github.event.discussion.title',
    'github.event.pages[0].page_name',
    'github.event.release.tag_name',
    'github.event.client_payload.anything',
    'github.event.inputs.version',
    'github.head_ref',
    'github.ref_name',
    'GITHUB.HEAD_REF',
    "github['head_ref']",
    'toJSON(github.event)',
    "format('{0}', github.head_ref)",
    "github.head_ref || 'main'",
  ])('reports %s as text of strangers', expression => {
    expect(severityOf(expression)).toBe('high');
  });

  it.each([
    'github.sha',
    'github.run_id',
    'github.actor',
    'github.repository',
    'github.event_name',
    'github.event.number',
    'github.event.pull_request.number',
    'github.event.pull_request.head.sha',
    'github.event.pull_request.user.login',
    'github.event.pull_request.html_url',
    'github.event.pull_request.merged',
    'github.event.repository.name',
    'github.event.repository.full_name',
    'github.event.issue.id',
    'github.event.action',
    'runner.os',
    'secrets.TOKEN',
    'job.status',
    'strategy.job-index',
    'steps.a.outcome',
    'needs.a.result',
    "github.head_ref == 'x' && 'a' || 'b'",
    'contains(github.event.issue.title, 1)',
    'hashFiles(github.head_ref)',
    'env.unset == 1',
  ])('keeps %s for those who want to see every expression', expression => {
    expect(severityOf(expression)).toBe('info');
  });

  it.each([
    'steps.a.outputs.b',
    'needs.a.outputs.b',
    'vars.A',
    'env.SET_LATER',
    'fromJSON(steps.a.outputs.b).c',
  ])('reports %s as not known to be harmless', expression => {
    expect(severityOf(expression)).toBe('low');
  });

  it('asks who can choose the name of a branch', () => {
    expect(severityOf('github.ref_name', 'push')).toBe('medium');
    expect(severityOf('github.ref_name', 'pull_request_target')).toBe('high');
  });

  it('tells inputs by their type and by who gives them', () => {
    const inputs =
      '{a: {type: boolean}, b: {type: choice, options: [x]}, c: {type: string}, d: {}, n: {type: number}}';
    const run = ['a', 'b', 'c', 'd', 'n'].map(name => `- run: echo \${{ inputs.${name} }}`).join('\n');
    expect(find(rule, withSteps(run, `{workflow_dispatch: {inputs: ${inputs}}}`))).toEqual([
      '6 info',
      '7 info',
      '8 low',
      '9 low',
      '10 info',
    ]);
    expect(find(rule, withSteps(run, `{workflow_call: {inputs: ${inputs}}}`))[2]).toBe('8 medium');
  });

  it('reports inputs of a composite action', () => {
    const text =
      'name: x\ninputs: {a: {}}\nruns:\n  using: composite\n  steps:\n    - run: echo ${{ inputs.a }}\n      shell: bash\n';
    expect(find(rule, text, 'action.yml')).toEqual(['6 medium']);
  });

  it('follows the environment to the nearest definition', () => {
    const text = [
      'on: issues',
      'env: {A: fixed, B: "${{ github.event.issue.title }}", C: "${{ github.sha }}"}',
      'jobs:',
      '  j:',
      '    env: {A: "${{ github.event.issue.body }}"}',
      '    runs-on: x',
      '    steps:',
      '      - run: echo ${{ env.A }}',
      '      - run: echo ${{ env.A }}',
      '        env: {A: again}',
      '      - run: echo ${{ env.B }} ${{ env.C }}',
    ].join('\n');
    expect(find(rule, text)).toEqual(['8 high', '9 info', '11 high', '11 low']);
  });

  it('follows the matrix', () => {
    const job = (matrix: string, run: string): string =>
      `on: push\njobs:\n  j:\n    runs-on: x\n    strategy:\n      matrix: ${matrix}\n    steps:\n      - run: echo \${{ ${run} }}\n`;
    expect(find(rule, job('{os: [a, b], include: [{os: c}]}', 'matrix.os'))).toEqual(['8 info']);
    expect(find(rule, job('{os: "${{ fromJSON(inputs.os) }}"}', 'matrix.os'))).toEqual(['8 medium']);
    expect(find(rule, job('{include: "${{ fromJSON(needs.a.outputs.m) }}"}', 'matrix.os'))).toEqual([
      '8 medium',
    ]);
    expect(find(rule, job('"${{ fromJSON(needs.a.outputs.m) }}"', 'matrix.os'))).toEqual(['8 medium']);
    expect(find(rule, job('{c: [{x: 1, y: "${{ github.head_ref }}"}]}', 'matrix.c.x'))).toEqual(['8 info']);
    expect(find(rule, job('{c: [{x: 1, y: "${{ github.head_ref }}"}]}', 'matrix.c.y'))).toEqual(['8 medium']);
  });

  it.each([
    ['actions/github-script@v7', 'script', true],
    ['Actions/GitHub-Script@v7', 'SCRIPT', true],
    ['azure/cli@v2', 'inlineScript', true],
    ['appleboy/ssh-action@v1', 'script', true],
    ['nick-fields/retry@v3', 'command', true],
    ['actions/github-script@v7', 'result-encoding', false],
    ['actions/checkout@v4', 'ref', false],
    ['octo/script@v1', 'script', false],
  ])('looks at %s, input %s: %s', (uses, input, expected) => {
    const text = withSteps(`- uses: ${uses}\n  with:\n    ${input}: \${{ github.head_ref }}`);
    expect(find(rule, text)).toEqual(expected ? ['8 high'] : []);
  });

  it('places every expression of a script', () => {
    const text = withSteps(
      '- run: |\n    echo a\n    echo ${{ github.head_ref }}\n    echo ${{ github.sha }} ${{ github.ref_name }}',
    );
    expect(find(rule, text)).toEqual(['8 high', '9 info', '9 medium']);
  });
});

describe('model-output-injection', () => {
  const rule = 'model-output-injection';
  const model = '- id: ai\n  uses: actions/ai-inference@v2\n  with: {prompt: x}\n';

  it.each([
    ['a script', `${model}- run: echo \${{ steps.ai.outputs.response }}`, ['9 high']],
    [
      'a script for GitHub',
      `${model}- uses: actions/github-script@v7\n  with:\n    script: f(\${{ fromJSON(steps.ai.outputs.response).x }})`,
      ['11 high'],
    ],
    [
      'the environment as an expression',
      `${model}- run: echo \${{ env.A }}\n  env:\n    A: \${{ steps.ai.outputs.response }}`,
      ['9 high'],
    ],
    [
      'the environment of the shell',
      `${model}- run: echo "$A"\n  env:\n    A: \${{ steps.ai.outputs.response }}`,
      [],
    ],
    [
      'a command',
      '- id: ai\n  run: echo "o=$(claude -p hi)" >> "$GITHUB_OUTPUT"\n- run: echo ${{ steps.ai.outputs.o }}',
      ['8 high'],
    ],
    ['another step', `${model}- run: echo \${{ steps.other.outputs.response }}`, []],
    ['a comparison', `${model}- run: echo \${{ steps.ai.outputs.response == 'yes' }}`, []],
  ])('follows output into %s', (_, steps, expected) => {
    expect(find(rule, withSteps(steps))).toEqual(expected);
  });

  it('follows output through another job', () => {
    const text = [
      'on: issues',
      'jobs:',
      '  think:',
      '    runs-on: x',
      '    outputs: {label: "${{ steps.ai.outputs.response }}", fixed: a}',
      '    steps:',
      '      - {id: ai, uses: openai/codex-action@v1}',
      '  act:',
      '    needs: think',
      '    runs-on: x',
      '    steps:',
      '      - run: gh label ${{ needs.think.outputs.label }}',
      '      - run: gh label ${{ needs.think.outputs.fixed }}',
    ].join('\n');
    expect(find(rule, text)).toEqual(['12 high']);
  });
});

describe('github-env', () => {
  it('looks at scripts that strangers can reach', () => {
    const step = '- run: echo "A=$B" >> $GITHUB_ENV';
    expect(find('github-env', withSteps(step, 'pull_request_target'))).toEqual(['6 high']);
    expect(find('github-env', withSteps(step, '{workflow_run: {workflows: [a]}}'))).toEqual(['6 high']);
    expect(find('github-env', withSteps(step, 'push'))).toEqual([]);
  });
});

describe('bot-conditions', () => {
  it.each([
    ["github.actor == 'dependabot[bot]'", 1],
    ["'dependabot[bot]' == github.actor && true", 1],
    ["${{ github['actor'] == 'renovate[bot]' }}", 1],
    ["github.triggering_actor == 'dependabot[bot]'", 1],
    ['github.actor_id == 49699333', 1],
    ["github.event.sender.login == 'github-actions[bot]'", 1],
    ["startsWith(github.actor, 'dependabot')", 1],
    ["github.actor != 'dependabot[bot]'", 0],
    ["github.event.pull_request.user.login == 'dependabot[bot]'", 0],
    ["github.actor == 'octocat'", 0],
  ])('judges %s', (condition, count) => {
    const text = withSteps(
      `- run: x\n  if: ${condition.startsWith("'") ? JSON.stringify(condition) : condition}`,
      'pull_request_target',
    );
    expect(find('bot-conditions', text)).toEqual(Array.from({ length: count }, () => '7 high'));
  });
});
