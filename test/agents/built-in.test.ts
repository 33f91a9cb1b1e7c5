import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtInAgents } from '../../src/agents/index.ts';
import { toolRisks } from '../../src/contracts/tool.ts';
import { guardrailDefinitions } from '../../src/guardrails/index.ts';
import { toolSpecifications } from '../../src/tools/index.ts';
import { loadWorkflows } from '../../src/workflows/load-workflows.ts';

const definitions = builtInAgents;
const risks = new Map(toolSpecifications.map(({ name, risk }) => [name, risk]));

describe('the built-in agents', () => {
  it('are those of the folders', () => {
    const folder = join(import.meta.dirname, '../../src/agents');
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && readdirSync(join(folder, entry.name)).includes('agent.ts'))
      .map(({ name }) => name);
    expect(definitions.map(({ name }) => name)).toEqual(folders.toSorted());
  });

  it.each(definitions)('$name names only what exists, within its role', definition => {
    const { tools, agents, handoffs, guardrails, role } = definition;
    const names = definitions.map(({ name }) => name);
    expect([...agents, ...handoffs].filter(name => !names.includes(name))).toEqual([]);
    expect(guardrails.filter(name => guardrailDefinitions.every(known => known.name !== name))).toEqual([]);
    const above = tools.filter(name => {
      const risk = risks.get(name);
      return risk === undefined || toolRisks.indexOf(risk) > toolRisks.indexOf(role);
    });
    expect(above).toEqual([]);
  });

  it.each(definitions)('$name answers in a form that strict providers take', ({ output }) => {
    const schema = JSON.stringify(z.toJSONSchema(output ?? z.never()));
    expect(schema).toContain('"additionalProperties":false');
    // An optional property would switch a provider's strict mode off.
    const optional =
      Array.from(schema.matchAll(/"properties":\{/g)).length - schema.split('"required":').length + 1;
    expect(optional).toBe(0);
  });

  it('only read: no agent of this release can reach a write by itself or through another', () => {
    for (const { role, tools } of definitions) {
      expect(role).toBe('read');
      expect(tools.filter(name => risks.get(name) !== 'read')).toEqual([]);
    }
  });
});

describe('the built-in workflows', () => {
  const known = { agents: new Map(definitions.map(agent => [agent.name, agent])), tools: risks };
  const { workflows, problems } = loadWorkflows({ organisation: new Map(), repository: new Map(), known });

  it('are valid as files, with every reference in them', () => {
    expect(problems).toEqual([]);
    expect([...workflows.keys()]).toEqual(['release-readiness', 'security-audit', 'triage']);
  });

  it('are sequential, parallel and conditional', () => {
    const steps = (name: string) => workflows.get(name)?.steps ?? [];
    expect(steps('security-audit').every(step => step.kind === 'step' && step.condition === undefined)).toBe(
      true,
    );
    expect(steps('release-readiness').some(step => step.kind === 'parallel')).toBe(true);
    expect(steps('triage').some(step => step.condition !== undefined)).toBe(true);
  });
});
