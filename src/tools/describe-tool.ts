import { z } from 'zod';
import type { ToolSpecification } from '../contracts/tool.ts';
import { strictParameters } from './parse-input.ts';

/** A tool as plain data, its parameters as JSON Schema. */
export type ToolDescription = Omit<ToolSpecification, 'parameters' | 'example'> & {
  readonly parameters: z.core.JSONSchema.BaseSchema;
  readonly example: unknown;
};

/** Describes a tool for people and programs. */
export function describeTool(tool: ToolSpecification): ToolDescription {
  const { name, family, description, risk, permissions, undo, timeoutMs, maxResultBytes, idempotent } = tool;
  const facts = { name, family, description, risk, permissions, undo, idempotent, timeoutMs, maxResultBytes };
  return { ...facts, parameters: parametersSchema(tool), example: tool.example };
}

/** JSON Schema (draft 2020-12) of what a tool takes. */
export function parametersSchema(tool: ToolSpecification): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(strictParameters(tool), {
    io: 'input',
    // Checks beyond a type are made when the tool is called; the description says the type.
    unrepresentable: 'any',
  });
  return schema;
}
