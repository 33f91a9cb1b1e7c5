import { describe, expect, it } from 'vitest';
import {
  agentsFolder,
  contextFolder,
  loadAgents,
  workflowsFolder,
} from '../../src/agents/custom/load-agents.ts';
import { loadWorkflows } from '../../src/workflows/load-workflows.ts';
import { exampleAgent } from './example-agent.ts';

const builtIn = [exampleAgent('security')];
const known = { tools: new Map([['host_metrics', 'read']] as const), guardrails: [] };
const agentText = (settings = ''): string => `---\ndescription: x\n${settings}---\nDo it.\n`;

function load(
  repository: Readonly<Record<string, string>>,
  organisation: Readonly<Record<string, string>> = {},
) {
  const toFiles = (files: Readonly<Record<string, string>>) => new Map(Object.entries(files));
  return loadAgents({ builtIn, known, organisation: toFiles(organisation), repository: toFiles(repository) });
}

describe('loading agents', () => {
  it('takes those of the organisation, then the repository’s, who can name each other and the built-in ones', () => {
    const { agents, problems } = load(
      {
        [`${agentsFolder}/a.md`]: agentText('agents: [b, security]\n'),
        [`${agentsFolder}/README.md`]: 'About these files.',
        [`${agentsFolder}/deeper/c.md`]: agentText(),
      },
      { [`${agentsFolder}/b.md`]: agentText('tools: [host_metrics]\n') },
    );
    expect(problems).toEqual([]);
    expect([...agents].map(([name, { definition }]) => `${name} ${definition.source}`)).toEqual([
      'security built-in',
      'b organisation',
      'a repository',
    ]);
  });

  it('lets nobody take a name that is taken', () => {
    const { agents, problems } = load(
      { [`${agentsFolder}/security.md`]: agentText(), [`${agentsFolder}/b.md`]: agentText() },
      { [`${agentsFolder}/b.md`]: agentText() },
    );
    expect(agents.get('security')?.definition.source).toBe('built-in');
    expect(agents.get('b')?.definition.source).toBe('organisation');
    expect(problems.map(({ message }) => message)).toEqual([
      'The agent "security" of this release has this name already; give the file another one.',
      'The agent "b" of the organisation has this name already; give the file another one.',
    ]);
  });

  it('leaves a broken file out, and with it the agents that use it', () => {
    const { agents, problems } = load({
      [`${agentsFolder}/a.md`]: agentText('hand-offs: [b]\n'),
      [`${agentsFolder}/b.md`]: agentText('agents: [c]\n'),
      [`${agentsFolder}/c.md`]: 'broken',
      [`${agentsFolder}/d.md`]: agentText(),
    });
    expect([...agents.keys()]).toEqual(['security', 'd']);
    expect(problems.map(({ file }) => file)).toEqual(
      ['c', 'b', 'a'].map(name => `${agentsFolder}/${name}.md`),
    );
  });

  it('gives every agent the default document, the organisation’s words first', () => {
    const { agents, documents } = load(
      {
        [`${agentsFolder}/a.md`]: agentText('context: [deploys]\n'),
        [`${contextFolder}/default.md`]: 'We use tabs.\n',
        [`${contextFolder}/deploys.md`]: 'On Fridays.\n',
      },
      { [`${contextFolder}/default.md`]: 'Be kind.\n' },
    );
    expect(documents.get('default')).toBe('Be kind.\n\nWe use tabs.');
    expect(agents.get('a')?.definition.documents).toEqual(['default', 'deploys']);
    expect(agents.get('security')?.definition.documents).toEqual(['default']);
  });
});

describe('loading workflows', () => {
  it('puts the repository’s beside the built-in ones, which keep their names', () => {
    const text = 'description: x\nsteps:\n  - { id: a, agent: security, input: Look. }\n';
    const { workflows, problems } = loadWorkflows({
      organisation: new Map(),
      repository: new Map([
        [`${workflowsFolder}/nightly.yml`, text],
        [`${workflowsFolder}/triage.yml`, text],
      ]),
      known: {
        agents: new Map(
          [
            'security',
            'scanner',
            'compliance',
            'remediation',
            'reporting',
            'infrastructure',
            'code',
            'deployment',
            'monitoring',
          ].map(name => [name, exampleAgent(name)]),
        ),
        tools: new Map(),
      },
    });
    expect(workflows.get('nightly')?.source).toBe('repository');
    expect(workflows.get('triage')?.source).toBe('built-in');
    expect(problems.map(({ file }) => file)).toEqual([`${workflowsFolder}/triage.yml`]);
  });
});
