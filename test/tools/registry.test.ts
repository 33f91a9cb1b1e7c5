import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toolRisks } from '../../src/contracts/tool.ts';
import { parametersSchema } from '../../src/tools/describe-tool.ts';
import { githubTools } from '../../src/tools/github/index.ts';
import { hostTools } from '../../src/tools/host/index.ts';
import { toolSpecifications } from '../../src/tools/index.ts';
import { parseToolInput } from '../../src/tools/parse-input.ts';
import { createToolRegistry } from '../../src/tools/registry.ts';
import { accessRefusal } from '../../src/tools/tool-access.ts';

const folders = { github: githubTools, host: hostTools };

describe.each(Object.entries(folders))('the %s tools', (folder, tools) => {
  it('are the files of the folder', () => {
    const files = readdirSync(`src/tools/${folder}`)
      .map(file => file.replace(/\.ts$/, ''))
      .filter(file => file !== 'index');
    const names = tools.map(({ name }) => name.slice(folder.length + 1).replaceAll('_', '-'));
    expect(names.toSorted()).toEqual(files.toSorted());
  });

  it.each(tools.map(tool => [tool.name, tool] as const))('%s is complete', (name, tool) => {
    expect(name).toMatch(new RegExp(`^${folder}_[a-z0-9_]+$`));
    expect(tool.family).toBe(folder);
    expect(tool.description).toMatch(/^[A-Z].{20,}[.]$/s);
    expect(parseToolInput(tool, tool.example)).toMatchObject({ kind: 'parsed' });
    expect(parseToolInput(tool, JSON.stringify(tool.example))).toMatchObject({ kind: 'parsed' });
    expect(tool.timeoutMs).toBeGreaterThan(0);
    expect(tool.maxResultBytes).toBeGreaterThan(1000);
    expect(parametersSchema(tool)).toMatchObject({ type: 'object', additionalProperties: false });
    expect(tool.risk === 'read' || tool.plan !== undefined).toBe(true);
    const { undo, risk, idempotent } = tool;
    const names = toolSpecifications.map(other => other.name);
    expect(undo.kind !== 'tool' || names.includes(undo.tool)).toBe(true);
    expect(risk !== 'read' || (undo.kind === 'none' && idempotent)).toBe(true);
  });
});

describe('the registry', () => {
  const bound = toolSpecifications.map(tool => ({
    ...tool,
    handle: () => Promise.resolve({ kind: 'ok' as const, value: null }),
  }));

  it('refuses two tools of one name', () => {
    expect(() => createToolRegistry([...bound, ...bound.slice(0, 1)])).toThrow('Two tools are named');
  });

  it('guesses a mistyped name', () => {
    expect(createToolRegistry(bound).find('github_list_isues')).toEqual({
      kind: 'unknown',
      message:
        'There is no tool "github_list_isues"; `devops tools list` shows them. Did you mean "github_list_issues"?',
    });
    expect(createToolRegistry(bound).find('constructor')).toMatchObject({ kind: 'unknown' });
  });

  it('lets no caller reach a tool above its role, even one that its definition names', () => {
    const tools = toolSpecifications.map(({ name }) => name);
    for (const [limit, maxRisk] of toolRisks.entries()) {
      for (const tool of toolSpecifications) {
        const refusal = accessRefusal(tool, { caller: 'agent', tools, maxRisk });
        const isAbove = toolRisks.indexOf(tool.risk) > limit;
        expect(refusal?.code, `${tool.name} for ${maxRisk}`).toBe(isAbove ? 'role-forbids' : undefined);
      }
    }
  });

  it('lets no caller reach a tool that its definition does not name', () => {
    for (const tool of toolSpecifications) {
      const tools = toolSpecifications.map(({ name }) => name).filter(name => name !== tool.name);
      expect(accessRefusal(tool, { caller: 'agent', tools, maxRisk: 'destructive' })?.code).toBe(
        'tool-not-allowed',
      );
    }
  });
});
