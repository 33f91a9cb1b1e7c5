import { describe, expect, it } from 'vitest';
import { parseAgentFile, startsOnPullRequests } from '../../src/agents/custom/agent-file.ts';
import { formatConfigProblem } from '../../src/config/index.ts';

const known = {
  tools: new Map([
    ['github_list_issues', 'read'],
    ['github_create_issue', 'write'],
  ] as const),
  guardrails: ['off-topic', 'no-production'],
  agents: ['security', 'helper'],
  documents: ['deploys', 'repository-facts'],
};

function parse(text: string, name = 'helper') {
  return parseAgentFile(text, { file: 'helper.md', name, source: 'repository', known });
}

function problemsOf(text: string, name?: string): readonly string[] {
  const parsed = parse(text, name);
  return parsed.kind === 'agent' ? [] : parsed.errors.map(formatConfigProblem);
}

const whole = `---
description: Answers questions about issues.
model: openai/gpt-5.6-luna
role: write
tools: [github_list_issues, github_create_issue]
agents: [security]
guardrails: [off-topic]
context: [deploys]
output:
  type: object
  properties:
    answer: { type: string, maxLength: 500 }
    issues: { type: array, items: { type: integer } }
  required: [answer, issues]
  additionalProperties: false
limits: { turns: 5, usd: 0.2 }
triggers: [command, pull-request]
---
You answer questions about this repository's issues.
`;

describe('an agent file', () => {
  it('becomes a definition, its output schema a type, what it leaves out the defaults', () => {
    const parsed = parse(whole);
    if (parsed.kind === 'problems') throw new Error(JSON.stringify(parsed.errors));
    const { definition, triggers } = parsed.agent;
    expect(definition).toMatchObject({
      name: 'helper',
      source: 'repository',
      instructions: "You answer questions about this repository's issues.",
      model: 'openai/gpt-5.6-luna',
      role: 'write',
      agents: ['security'],
      handoffs: [],
      documents: ['deploys'],
      limits: { turns: 5, costUsd: 0.2, tokens: 150_000, seconds: 300 },
    });
    expect(triggers).toEqual(['command', 'pull-request']);
    expect(definition.output?.safeParse({ answer: 'x', issues: [1] }).success).toBe(true);
    expect(definition.output?.safeParse({ answer: 'x', issues: ['1'] }).success).toBe(false);
    expect(definition.output?.safeParse({ answer: 'x', issues: [], more: 1 }).success).toBe(false);
    expect(definition.output?.safeParse({ answer: 'x'.repeat(501), issues: [] }).success).toBe(false);
  });

  it('is a reader that people start, unless it says otherwise', () => {
    const parsed = parse('---\r\ndescription: x\r\n---\r\nDo it.\r\n');
    expect(parsed).toMatchObject({
      kind: 'agent',
      agent: { triggers: ['command'], definition: { role: 'read', tools: [], output: undefined } },
    });
  });

  const file = (lines: string): string => `---\ndescription: x\n${lines}\n---\nDo it.\n`;
  it.each<[string, string, string]>([
    ['no front matter', 'Do it.\n', 'helper.md:1:1: The file must begin with "---"'],
    [
      'front matter that does not end',
      '---\ndescription: x\n',
      'helper.md:1:1: The settings that begin with "---" do not end',
    ],
    ['no instructions', '---\ndescription: x\n---\n\n', 'helper.md:4:1: The instructions are missing'],
    ['no description', '---\ntools: []\n---\nx\n', 'helper.md:2:1: description is missing.'],
    ['an unknown setting', file('tool: [a]'), 'helper.md:3:1: Unknown setting "tool".'],
    [
      'an unknown tool',
      file('tools:\n  - github_list_issue'),
      'helper.md:4:5: There is no tool "github_list_issue"; `devops tools list` lists them. Did you mean "github_list_issues"?',
    ],
    [
      'a tool above its role',
      file('tools: [github_create_issue]'),
      'helper.md:3:9: github_create_issue is a write tool; the agent\'s role is read. Set "role: write" or leave the tool out.',
    ],
    [
      'an unknown guardrail',
      file('guardrails: [of-topic]'),
      'helper.md:3:14: There is no guardrail "of-topic". Did you mean "off-topic"?',
    ],
    [
      'itself as a helper',
      file('agents: [helper]'),
      'helper.md:3:10: There is no other agent "helper"; `devops agents list` lists them.',
    ],
    [
      'an unknown document',
      file('context: [deploy]'),
      'helper.md:3:11: There is no context document "deploy". Did you mean "deploys"?',
    ],
    [
      'a wrong role',
      file('role: admin'),
      'helper.md:3:7: role must be one of read, write, destructive, not "admin".',
    ],
    [
      'limits without end',
      file('limits: { turns: 100000 }'),
      'helper.md:3:18: limits.turns must be at most 100',
    ],
    [
      'an answer that is no object',
      file('output: { type: string }'),
      'helper.md:3:1: output must describe an object with properties.',
    ],
    [
      'a pattern in its answer',
      file('output: { type: object, properties: { a: { type: string, pattern: "(a+)+" } } }'),
      'helper.md:3:58: Unknown setting "pattern".',
    ],
    [
      'a required property it does not describe',
      file('output: { type: object, properties: { a: { type: string } }, required: [b] }'),
      'helper.md:3:62: output requires "b"',
    ],
    ['broken YAML', file('tools: [a'), 'helper.md:3:'],
  ])('with %s is refused at its place', (_, text, expected) => {
    const [first = ''] = problemsOf(text);
    expect(first.slice(0, expected.length)).toBe(expected);
  });

  it.each(['Helper', 'helper_2', '-a', 'a'.repeat(41)])('cannot be named %s', name => {
    expect(problemsOf(whole, name)).toHaveLength(1);
  });
});

describe('triggers', () => {
  it('is told apart from its misspelling', () => {
    expect(problemsOf(whole.replace('[command, pull-request]', '[pull-requests]')).join()).toContain(
      'Did you mean "pull-request"?',
    );
  });

  it('does not start agents of the organisation on pull requests', () => {
    const parsed = parseAgentFile(whole, {
      file: 'helper.md',
      name: 'helper',
      source: 'organisation',
      known,
    });
    expect(parsed.kind === 'agent' ? [] : parsed.errors.map(formatConfigProblem)).toEqual([
      expect.stringContaining('Only agents in a repository of its own start on its pull requests.'),
    ]);
  });

  it.each([
    ['triggers: [pull-request]', true],
    ['triggers: [command]', false],
    ['role: read', false],
    ['triggers: pull-request', false],
  ])('reads whether %s starts on pull requests', (line, starts) => {
    expect(startsOnPullRequests(`---\ndescription: Helps.\n${line}\n---\nHelp.`, 'a.md')).toBe(starts);
  });
});
