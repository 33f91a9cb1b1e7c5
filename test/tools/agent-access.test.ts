import { describe, expect, it } from 'vitest';
import { builtInAgents } from '../../src/agents/index.ts';
import { type ToolRisk, toolRisks } from '../../src/contracts/tool.ts';
import { toolSpecifications } from '../../src/tools/index.ts';
import { exampleTool } from './example-tool.ts';
import { approving, call, testPorts } from './tool-ports.ts';

const isAbove = (risk: ToolRisk, limit: ToolRisk): boolean =>
  toolRisks.indexOf(risk) > toolRisks.indexOf(limit);

describe.each(builtInAgents.map(agent => [agent.name, agent] as const))('the agent %s', (_name, agent) => {
  it('names tools that exist, none above its role', () => {
    const risks = new Map(toolSpecifications.map(({ name, risk }) => [name, risk]));
    expect(agent.tools.filter(name => !risks.has(name))).toEqual([]);
    expect(agent.tools.filter(name => isAbove(risks.get(name) ?? 'destructive', agent.role))).toEqual([]);
  });

  it('reaches nothing that it does not name or that its role forbids, whatever is approved', async () => {
    const access = { caller: agent.name, tools: agent.tools, maxRisk: agent.role };
    for (const { name, risk } of toolSpecifications) {
      let called = false;
      const tool = exampleTool({
        name,
        risk,
        handle() {
          called = true;
          return Promise.resolve({ kind: 'ok', value: null });
        },
      });
      const result = await call(tool, {}, { access, ports: testPorts(approving) });
      const mayCall = agent.tools.includes(name) && !isAbove(risk, agent.role);
      expect({ name, called, kind: result.kind }).toEqual({
        name,
        called: mayCall,
        kind: mayCall ? 'ok' : 'refused',
      });
    }
  });
});
