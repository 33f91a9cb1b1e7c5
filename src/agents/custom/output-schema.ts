import { z } from 'zod';

/** Deepest nesting of an output schema. */
const maxDepth = 8;

const text = z.string().max(1_000).optional();
const count = z.int().min(0).max(100_000).optional();
const scalar = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
const typeNames = z.enum(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);

/**
 * The part of JSON Schema in which an agent's answer can be described. There is no `pattern`: it would run a regular
 * expression of the file over what a model wrote; a `guardrails` pattern does that safely. No `$ref` either.
 */
export const outputSchemaSubset = z.strictObject({
  type: z.union([typeNames, z.array(typeNames).min(1).max(2)]).optional(),
  title: text,
  description: text,
  get properties() {
    return z.record(z.string().regex(/^[A-Za-z][\w-]{0,63}$/), outputSchemaSubset).optional();
  },
  required: z.array(z.string()).max(100).optional(),
  additionalProperties: z.literal(false).optional(),
  get items() {
    return outputSchemaSubset.optional();
  },
  enum: z.array(scalar).min(1).max(200).optional(),
  const: scalar.optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: count,
  maxLength: count,
  minItems: count,
  maxItems: count,
});
export type OutputSchema = z.infer<typeof outputSchemaSubset>;

/** A zod type for a described answer, or what is wrong with the description and where in it. */
export function outputType(
  schema: OutputSchema,
): { readonly type: z.ZodType } | { readonly path: readonly string[]; readonly problem: string } {
  if (schema.type !== 'object' || schema.properties === undefined)
    return { path: [], problem: 'must describe an object with properties' };
  const found = problemIn(schema, []);
  if (found !== undefined) return found;
  return { type: z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]) };
}

function problemIn(
  schema: OutputSchema,
  path: readonly string[],
): { readonly path: readonly string[]; readonly problem: string } | undefined {
  if (path.length > 2 * maxDepth) return { path, problem: `nests deeper than ${maxDepth} levels` };
  const names = Object.keys(schema.properties ?? {});
  const missing = (schema.required ?? []).find(name => !names.includes(name));
  if (missing !== undefined)
    return {
      path: [...path, 'required'],
      problem: `requires "${missing}", which is not among its properties`,
    };
  if (schema.type === 'array' && schema.items === undefined)
    return { path, problem: 'describes a list without saying what is in it; add "items"' };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const found = problemIn(property, [...path, 'properties', name]);
    if (found !== undefined) return found;
  }
  return schema.items === undefined ? undefined : problemIn(schema.items, [...path, 'items']);
}
