import { describe, expect, it } from 'vitest';
import { find, withSteps } from './find-rule.ts';

describe('ai-agent-untrusted-input', () => {
  const rule = 'ai-agent-untrusted-input';
  const step = (uses: string, inputs: string): string => `- uses: ${uses}@v1\n  with:\n    ${inputs}`;

  it.each([
    ['anthropics/claude-code-action', "allowed_non_write_users: '*'"],
    ['anthropics/claude-code-action', "allowed_bots: '*'"],
    ['openai/codex-action', "allow-users: '*'"],
    ['openai/codex-action', 'allow-bots: true'],
  ])('reports %s with %s whatever starts it', (uses, inputs) => {
    expect(find(rule, withSteps(step(uses, inputs)))).toEqual(['8 high']);
  });

  it.each([
    ['anthropics/claude-code-action', 'allowed_bots: dependabot[bot]'],
    ['anthropics/claude-code-action', 'prompt: Review this.'],
    ['openai/codex-action', 'allow-users: octocat'],
  ])('lets %s with %s be', (uses, inputs) => {
    expect(find(rule, withSteps(step(uses, inputs), 'issue_comment'))).toEqual([]);
  });

  it('reports text of strangers in a prompt, by what the agent can do', () => {
    const prompt = 'prompt: Triage ${{ github.event.issue.title }} ${{ github.event.issue.number }}';
    const read = `permissions: read-all\n${withSteps(step('openai/codex-action', prompt), 'issues')}`;
    expect(find(rule, withSteps(step('openai/codex-action', prompt), 'issues'))).toEqual(['8 high']);
    expect(find(rule, read)).toEqual(['9 medium']);
    expect(find(rule, withSteps(step('actions/ai-inference', prompt), 'issues'))).toEqual(['8 low']);
  });

  it.each([
    ['issues', '', ['6 high']],
    ['issues', "if: github.event.comment.author_association == 'OWNER'", []],
    ['{issues: {types: [labeled]}}', '', []],
    ['push', '', []],
    ['pull_request', '', []],
  ])('knows who can start an agent without a gate of its own on %s %s', (on, condition, expected) => {
    const steps = `- uses: google-github-actions/run-gemini-cli@v1\n  ${condition === '' ? 'name: x' : condition}\n  with:\n    prompt: Triage.`;
    expect(find(rule, withSteps(steps, on))).toEqual(expected);
  });

  it('reports an unlimited shell where strangers have a say', () => {
    const gemini = step(
      'google-github-actions/run-gemini-cli',
      'settings: \'{"coreTools": ["run_shell_command"]}\'',
    );
    expect(find(rule, withSteps(gemini, 'issues'))).toContain('8 critical');
    const claude = step('anthropics/claude-code-action', 'claude_args: --allowedTools "Bash"');
    expect(find(rule, withSteps(claude, 'issues'))).toEqual(['8 medium']);
    expect(find(rule, withSteps(claude, 'push'))).toEqual([]);
    const limited = step(
      'anthropics/claude-code-action',
      'claude_args: --allowedTools "Bash(gh label list)"',
    );
    expect(find(rule, withSteps(limited, 'issues'))).toEqual([]);
  });

  it('reports programs that run without asking', () => {
    const run = '- run: npx @anthropic-ai/claude-code -p "$PROMPT" --dangerously-skip-permissions';
    expect(find(rule, withSteps(run, 'issue_comment'))).toEqual(['6 high']);
    expect(find(rule, withSteps(run, 'workflow_dispatch'))).toEqual([]);
    expect(find(rule, withSteps('- run: codex exec --yolo x', 'issues'))).toEqual(['6 high']);
    expect(find(rule, withSteps('- run: codex exec x', 'issues'))).toEqual([]);
  });
});

describe('shared-cache-release', () => {
  const rule = 'shared-cache-release';
  const head = '- uses: actions/checkout@v4\n  with: {ref: "${{ github.event.pull_request.head.sha }}"}\n';

  it.each([
    ['pull_request_target', `${head}- uses: actions/cache@v4`, ['8 high']],
    ['pull_request_target', `${head}- uses: actions/setup-go@v5`, ['8 high']],
    ['pull_request_target', `${head}- uses: actions/cache/save@v4`, ['8 high']],
    ['pull_request_target', `${head}- uses: actions/cache/restore@v4`, []],
    ['pull_request_target', '- uses: actions/cache@v4', []],
    ['pull_request', `${head}- uses: actions/cache@v4`, []],
    ['issues', '- uses: anthropics/claude-code-action@v1\n- uses: actions/cache@v4', ['7 high']],
    ['{issues: {}, release: {}}', '- uses: openai/codex-action@v1\n- uses: actions/cache@v4', ['7 critical']],
  ])('judges a cache on %s', (on, steps, expected) => {
    expect(find(rule, withSteps(steps, on))).toEqual(expected);
  });
});
