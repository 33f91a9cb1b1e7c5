import { z } from 'zod';
import type { Tool, ToolSpecification } from '../../src/contracts/tool.ts';

const specification: ToolSpecification = {
  name: 'test_tool',
  family: 'host',
  description: 'A tool of the tests.',
  risk: 'read',
  permissions: {},
  undo: { kind: 'none' },
  parameters: z.object({ name: z.string().optional(), count: z.int().min(1).max(9).default(1) }),
  timeoutMs: 1_000,
  maxResultBytes: 2_000,
  example: {},
  idempotent: true,
};

/** A tool that answers with its parameters. */
export function exampleTool(overrides: Partial<Tool> = {}): Tool {
  return {
    ...specification,
    handle: input => Promise.resolve({ kind: 'ok', value: input }),
    ...(overrides.risk !== undefined &&
      overrides.risk !== 'read' && {
        plan: input =>
          Promise.resolve({ kind: 'plan', summary: `do ${JSON.stringify(input)}`, checkedBy: 'pre-check' }),
      }),
    ...overrides,
  };
}
