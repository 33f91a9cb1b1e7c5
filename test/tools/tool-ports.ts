import type { DevOpsContext } from '../../src/contracts/context.ts';
import type { AuditEntry } from '../../src/contracts/store.ts';
import type { Tool, ToolAccess } from '../../src/contracts/tool.ts';
import { detectors } from '../../src/detectors/index.ts';
import { createSecretRedactor } from '../../src/guardrails/redact-secrets.ts';
import { invokeTool, type ToolPorts, type ToolRequest } from '../../src/tools/invoke-tool.ts';

/** A run of a person at a terminal on octo/app. */
export const context: DevOpsContext = {
  runId: 'run-1',
  actor: 'mona',
  entry: 'cli',
  installationId: undefined,
  repository: { owner: 'octo', name: 'app' },
  pullRequest: undefined,
  issue: undefined,
  environment: undefined,
  region: undefined,
};

const redact = createSecretRedactor(detectors);

/** Ports that keep what they were told; nothing is approved. */
export function testPorts(
  overrides: Partial<ToolPorts> = {},
): ToolPorts & { readonly audited: AuditEntry[] } {
  const audited: AuditEntry[] = [];
  return {
    guards: [],
    approvals: { take: () => Promise.resolve(undefined) },
    journal: undefined,
    audit(entry) {
      audited.push(entry);
      return Promise.resolve();
    },
    redact: text => redact('tool-output', text),
    now: () => new Date('2026-11-21T08:00:00Z'),
    ...overrides,
    audited,
  };
}

/** Everything approved, by mona. */
export const approving: Partial<ToolPorts> = { approvals: { take: () => Promise.resolve({ by: 'mona' }) } };

/** A caller that may use every given tool. */
export function anyAccess(tools: readonly Tool[]): ToolAccess {
  return { caller: 'test', tools: tools.map(({ name }) => name), maxRisk: 'destructive' };
}

/** Calls one tool as `devops tools run` does. */
export async function call(
  tool: Tool,
  input: unknown,
  options: { readonly ports?: ToolPorts } & Partial<Omit<ToolRequest, 'tool' | 'input'>> = {},
): ReturnType<typeof invokeTool> {
  const { ports = testPorts(), ...request } = options;
  return await invokeTool(
    {
      tool,
      input,
      access: anyAccess([tool]),
      context,
      signal: new AbortController().signal,
      step: 'step-1',
      ...request,
    },
    ports,
  );
}
