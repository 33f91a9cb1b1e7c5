import type { JsonSchemaDefinition } from '@openai/agents';
import { z } from 'zod';

/** The shape of an answer, as a provider is told it and as an answer is checked. */
export type OutputShape = {
  readonly wire: JsonSchemaDefinition;
  /** The value, or what is wrong with the answer in words that a model can use. */
  readonly parse: (
    text: string,
  ) =>
    | { readonly kind: 'value'; readonly value: unknown }
    | { readonly kind: 'wrong'; readonly problem: string };
};

/** Longest list of problems told back, characters. */
const maxProblem = 600;

/** Makes the shape of a zod schema. Checked by us in any case; by the provider where its strict mode can express it. */
export function outputShape(name: string, schema: z.ZodType): OutputShape {
  const wire = z.toJSONSchema(schema, { target: 'draft-7', io: 'output', unrepresentable: 'any' });
  const isObject = wire.type === 'object';
  // Providers only take objects at the top.
  const jsonSchema = isObject
    ? wire
    : { type: 'object', properties: { answer: wire }, required: ['answer'], additionalProperties: false };
  return {
    wire: {
      type: 'json_schema',
      name: name.replaceAll('-', '_'),
      strict: canBeStrict(jsonSchema),
      schema: jsonSchema as JsonSchemaDefinition['schema'],
    },
    parse: text => {
      const json = parseJson(text);
      if (json === undefined) return { kind: 'wrong', problem: 'it is not JSON' };
      const value = isObject ? json : unwrap(json);
      const parsed = schema.safeParse(value);
      return parsed.success
        ? { kind: 'value', value: parsed.data }
        : { kind: 'wrong', problem: z.prettifyError(parsed.error).slice(0, maxProblem) };
    },
  };
}

/** Strict mode wants every property required and none beyond them, at every level. */
export function canBeStrict(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(canBeStrict);
  if (typeof schema !== 'object' || schema === null) return true;
  const node = schema as Readonly<Record<string, unknown>>;
  if (node['type'] === 'object') {
    const properties = Object.keys((node['properties'] as object | undefined) ?? {});
    const required = new Set((node['required'] as readonly string[] | undefined) ?? []);
    if (node['additionalProperties'] !== false || !properties.every(name => required.has(name))) return false;
  }
  return Object.values(node).every(canBeStrict);
}

/** Models without a JSON mode like to put a fence around it. */
function parseJson(text: string): unknown {
  const fenced = /^\s*```(?:json)?\s*\n(?<body>[\s\S]*?)\n\s*```\s*$/.exec(text);
  try {
    return JSON.parse(fenced?.groups?.['body'] ?? text) as unknown;
  } catch {
    return undefined;
  }
}

function unwrap(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'answer' in json ? json.answer : json;
}
