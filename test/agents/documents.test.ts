import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  agentsFolder,
  contextFolder,
  loadAgents,
  workflowsFolder,
} from '../../src/agents/custom/load-agents.ts';
import { builtInAgents } from '../../src/agents/index.ts';
import { parseConfig } from '../../src/config/index.ts';
import { checkGuardrails } from '../../src/guardrails/check-guardrails.ts';
import { guardrailDefinitions, guardrailsFor } from '../../src/guardrails/index.ts';
import { toolSpecifications } from '../../src/tools/index.ts';
import { loadWorkflows } from '../../src/workflows/load-workflows.ts';
import { runWorkflow } from '../../src/workflows/run-workflow.ts';
import { callOf, exampleContext, guardParts } from '../guardrails/guard-parts.ts';

/** The fenced blocks of a document in a language. */
function blocks(path: string, language: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    match => match[1] ?? '',
  );
}

const tools = new Map(toolSpecifications.map(({ name, risk }) => [name, risk]));
const guardrailNames = guardrailDefinitions.map(({ name }) => name);

describe('the examples of docs/agents.md', () => {
  it('are an agent that loads', () => {
    const [text = ''] = blocks('docs/agents.md', 'markdown');
    const { agents, problems } = loadAgents({
      builtIn: builtInAgents,
      organisation: new Map(),
      repository: new Map([
        [`${agentsFolder}/incidents.md`, text],
        [`${contextFolder}/runbooks.md`, 'Restart it.'],
      ]),
      known: { tools, guardrails: guardrailNames },
    });
    expect(problems).toEqual([]);
    expect(agents.get('incidents')?.definition).toMatchObject({
      agents: ['monitoring'],
      documents: ['runbooks'],
    });
  });

  it('are guardrails that hold', async () => {
    const text = blocks('docs/agents.md', 'yaml').find(block => block.includes('no-production')) ?? '';
    const { config, errors } = parseConfig(text, { file: 'devops.yml', ruleIds: [] });
    expect(errors).toEqual([]);
    const guardrails = guardrailsFor({
      named: [],
      parts: { ...guardParts, post: async () => ({ outcome: 'allow' }) },
      configured: config.guardrails,
    });
    const on = (host: string) => checkGuardrails(guardrails, callOf('ecs_restart', { host }));
    expect(await on('production-db')).toMatchObject({
      kind: 'stop',
      message: 'Agents leave production alone.',
    });
    expect(await on('staging-db')).toEqual({ kind: 'allow' });
  });

  it('names every built-in guardrail and agent', () => {
    const text = readFileSync('docs/agents.md', 'utf8');
    const names = [...guardrailNames, ...builtInAgents.map(({ name }) => name)];
    expect(names.filter(name => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the example of docs/workflows.md', () => {
  const [text = ''] = blocks('docs/workflows.md', 'yaml');
  const agents = new Map(builtInAgents.map(agent => [agent.name, agent]));
  const { workflows, problems } = loadWorkflows({
    organisation: new Map(),
    repository: new Map([[`${workflowsFolder}/weekly.yml`, text]]),
    known: { agents, tools },
  });

  it('loads, and names every built-in workflow', () => {
    expect(problems).toEqual([]);
    const page = readFileSync('docs/workflows.md', 'utf8');
    expect([...workflows.keys()].filter(name => name !== 'weekly' && !page.includes(`\`${name}\``))).toEqual(
      [],
    );
  });

  it.each([
    [[], ['skipped', 'skipped'], { problems: 0, report: null }],
    [['leak'], ['succeeded', 'succeeded'], { problems: 1, report: 'There is one.' }],
  ])('does what it says with the problems %j', async (found, last, outputs) => {
    const weekly = workflows.get('weekly');
    if (weekly === undefined) throw new Error('it loaded');
    const calls: unknown[] = [];
    const answers: Readonly<Record<string, unknown>> = {
      security: { summary: '', problems: found, gaps: [] },
      code: { summary: '', problems: [], gaps: [] },
      reporting: { title: 'Weekly', report: 'There is one.', gaps: [] },
    };
    const result = await runWorkflow(
      weekly,
      { inputs: { area: 'src', label: 'security' }, context: exampleContext, dryRun: false },
      {
        signal: new AbortController().signal,
        journal: { step: (_, perform) => perform(), effect: (_, { perform }) => perform('key') },
        approvals: { take: async () => undefined, rejection: async () => undefined },
      },
      {
        runAgent: async ({ agent }) => ({
          traceId: 't',
          usage: [],
          steps: [],
          gaps: [],
          outcome: 'completed',
          output: answers[agent],
        }),
        tools: {
          find: name => ({ name, risk: tools.get(name) }) as never,
          invoke: async ({ input }) => {
            calls.push(input);
            return { kind: 'ok', value: { number: 1 } };
          },
        },
        guards: [],
        now: () => 0,
      },
    );
    expect(result.outcome).toBe('completed');
    expect(result.steps.slice(2).map(({ status }) => status)).toEqual(last);
    expect(result.outputs).toEqual(outputs);
    const issue = { repository: 'octo/shop', title: 'Weekly', body: 'There is one.', labels: ['security'] };
    expect(calls).toEqual(found.length === 0 ? [] : [issue]);
  });
});
