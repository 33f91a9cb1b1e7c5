import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatConfigProblem } from '../../src/config/index.ts';
import { parseWorkflowFile } from '../../src/workflows/workflow-file.ts';
import { exampleAgent } from '../agents/example-agent.ts';

const scanner = exampleAgent('scanner', {
  output: z.object({ count: z.number(), findings: z.array(z.object({ id: z.string() })) }),
});
const known = {
  agents: new Map([
    ['scanner', scanner],
    ['fixer', exampleAgent('fixer', { role: 'write' })],
  ]),
  tools: new Map([
    ['github_list_issues', 'read'],
    ['github_create_issue', 'write'],
  ] as const),
};

function problemsOf(text: string, name = 'nightly'): readonly string[] {
  const parsed = parseWorkflowFile(text, { file: 'w.yml', name, source: 'repository', known });
  return parsed.kind === 'workflow' ? [] : parsed.errors.map(formatConfigProblem);
}

const start = 'description: Looks every night.\nsteps:\n';

describe('a workflow file', () => {
  it('is read into a definition with its defaults', () => {
    const text = `description: Scans, then reports.
inputs:
  label: { type: text, default: security, choices: [security, bug] }
role: write
steps:
  - id: scan
    agent: scanner
    input: Scan \${{ context.repository }}.
    retries: 2
  - id: both
    if: steps.scan.output.count > 0
    parallel:
      - { id: known, tool: github_list_issues, with: { labels: ['\${{ inputs.label }}'] }, on-failure: continue }
      - { id: report, tool: github_create_issue, with: { title: 'Found', body: '\${{ steps.scan.output.findings[0].id }}' } }
outputs:
  count: \${{ steps.scan.output.count }}
`;
    const parsed = parseWorkflowFile(text, { file: 'w.yml', name: 'nightly', source: 'repository', known });
    expect(parsed).toMatchObject({
      kind: 'workflow',
      workflow: {
        name: 'nightly',
        role: 'write',
        limits: { tokens: 500_000, costUsd: 2, seconds: 1_800 },
        steps: [
          { kind: 'step', id: 'scan', onFailure: { action: 'stop', retries: 2 } },
          { kind: 'parallel', id: 'both', steps: [{ onFailure: { action: 'continue' } }, { id: 'report' }] },
        ],
      },
    });
  });

  it.each<[string, string, string]>([
    [
      'an unknown setting',
      `${start}  - { id: a, agnt: scanner, input: x }\n`,
      'w.yml:3:14: Unknown setting "agnt".',
    ],
    [
      'an unknown agent',
      `${start}  - id: a\n    agent: scaner\n    input: x\n`,
      'w.yml:4:12: There is no agent "scaner"; `devops agents list` lists them. Did you mean "scanner"?',
    ],
    [
      'an unknown tool',
      `${start}  - id: a\n    tool: github_list_isues\n`,
      'w.yml:4:11: There is no tool "github_list_isues"; `devops tools list` lists them. Did you mean "github_list_issues"?',
    ],
    [
      'a tool above the role',
      `${start}  - id: a\n    tool: github_create_issue\n`,
      'w.yml:4:11: github_create_issue is a write tool; the workflow\'s role is read. Set "role: write" or leave the step out.',
    ],
    [
      'an agent above the role',
      `${start}  - id: a\n    agent: fixer\n    input: x\n`,
      "w.yml:4:12: The agent fixer has the role write; the workflow's role is read.",
    ],
    [
      'a step that does two things',
      `${start}  - id: a\n    agent: scanner\n    tool: github_list_issues\n`,
      'w.yml:3:9: The step "a" must have exactly one of agent, tool and parallel.',
    ],
    [
      'an agent without a question',
      `${start}  - id: a\n    agent: scanner\n`,
      'w.yml:4:5: The step says what the agent is asked: add "input".',
    ],
    [
      'a later step',
      `${start}  - id: a\n    if: steps.b.status == 'failed'\n    agent: scanner\n    input: x\n  - { id: b, agent: scanner, input: x }\n`,
      'w.yml:4:9: There is no step "b" before this one.',
    ],
    [
      'a step of the same group',
      `${start}  - id: g\n    parallel:\n      - { id: a, agent: scanner, input: x }\n      - { id: b, agent: scanner, input: "\${{ steps.a.output }}" }\n`,
      'w.yml:6:41: There is no step "a" before this one.',
    ],
    [
      'a field the answer does not have',
      `${start}  - { id: a, agent: scanner, input: x }\n  - id: b\n    if: steps.a.output.cuont > 0\n    agent: scanner\n    input: y\n`,
      'w.yml:5:9: steps.a.output has no "cuont"; it has count, findings. Did you mean "count"?',
    ],
    [
      'an unknown input',
      `${start}  - id: a\n    agent: scanner\n    input: look at \${{ inputs.service }}\n`,
      'w.yml:5:12: There is no input "service".',
    ],
    [
      'a broken expression',
      `${start}  - id: a\n    if: inputs.x = 1\n    agent: scanner\n    input: x\n`,
      'w.yml:4:9: At character 10 of the expression: Compare with "==".',
    ],
    [
      'a doubled id',
      `${start}  - { id: a, agent: scanner, input: x }\n  - { id: a, agent: scanner, input: y }\n`,
      'w.yml:4:11: Two steps are named "a".',
    ],
    [
      'a default of another type',
      `description: x\ninputs:\n  n: { type: number, default: many }\nsteps:\n  - { id: a, agent: scanner, input: x }\n`,
      'w.yml:3:31: The default of n must be a number, not "many".',
    ],
  ])('with %s is refused at its place', (_, text, expected) => {
    const [first = ''] = problemsOf(text);
    expect(first.slice(0, expected.length)).toBe(expected);
  });

  it('has a name that a command can say', () => {
    expect(problemsOf(`${start}  - { id: a, agent: scanner, input: x }\n`, 'Nightly Scan')).toHaveLength(1);
  });
});
