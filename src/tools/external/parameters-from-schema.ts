import { z } from 'zod';

/** Keywords of JSON Schema that say something about values; prose and references are left out. */
const keywords = [
  'type',
  'enum',
  'const',
  'required',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'additionalProperties',
] as const;

const maxDepth = 8;

/**
 * A zod object for a JSON Schema that somebody else wrote. Descriptions, titles, defaults and examples do not get
 * through: they would be put before a model as if they were ours. What cannot be understood accepts any object, and
 * the other side checks it.
 */
export function parametersFromSchema(schema: unknown): z.ZodObject {
  try {
    const parameters = z.fromJSONSchema(bare(schema, 0) as z.core.JSONSchema.JSONSchema);
    if (parameters instanceof z.ZodObject) return parameters;
  } catch {
    // Falls through: the schema uses what zod does not know.
  }
  return z.looseObject({});
}

function bare(schema: unknown, depth: number): unknown {
  if (typeof schema !== 'object' || schema === null || depth > maxDepth) return {};
  const entries = Object.entries(schema);
  const kept = entries.filter(([key]) => keywords.some(keyword => keyword === key));
  const properties = entries.flatMap(([key, value]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? [
          [
            key,
            Object.fromEntries(Object.entries(value).map(([name, child]) => [name, bare(child, depth + 1)])),
          ],
        ]
      : [],
  );
  const items = entries.flatMap(([key, value]) => (key === 'items' ? [[key, bare(value, depth + 1)]] : []));
  return Object.fromEntries([...kept.map(withoutNested), ...properties, ...items]);
}

/** `additionalProperties` may be a schema itself; only yes or no is kept. */
function withoutNested([key, value]: [string, unknown]): [string, unknown] {
  return key === 'additionalProperties' ? [key, value !== false] : [key, value];
}
