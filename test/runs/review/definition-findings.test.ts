import { describe, expect, it } from 'vitest';
import { definitionFindings } from '../../../src/runs/review/definition-findings.ts';

const tools = new Map([['github_list_issues', 'read']] as const);
const file = (path: string, text: string) => ({ path, text, changedLines: 'all' }) as const;

describe('agents and workflows that a change brings', () => {
  it('are reported at their place, names of things elsewhere aside', () => {
    const findings = definitionFindings(
      [
        file(
          '.github/devops/agents/a.md',
          '---\ndescription: x\nagents: [elsewhere]\ntools: [github_list_isues]\n---\nDo it.\n',
        ),
        file(
          '.github/devops/workflows/w.yml',
          'description: x\nsteps:\n  - { id: a, agent: elsewhere, input: "${{ steps.b.output }}" }\n',
        ),
        file('docs/agents/a.md', 'Nothing.\n'),
      ],
      tools,
    );
    expect(findings.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([
      '.github/devops/agents/a.md:4 There is no tool "github_list_isues"; `devops tools list` lists them. Did you mean "github_list_issues"?',
      '.github/devops/workflows/w.yml:3 There is no step "b" before this one.',
    ]);
  });
});
