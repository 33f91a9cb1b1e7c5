import { z } from 'zod';
import type { RuleMetadata } from '../contracts/detector.ts';
import { severityByRule } from './code-review-schema.ts';
import { writtenConfigSchema } from './schema.ts';

/** Where editors find the schema. */
const schemaId = 'https://raw.githubusercontent.com/agentic-devops/agentic-devops/main/devops.schema.json';

type JsonSchema = { readonly [key: string]: unknown };

/**
 * The JSON Schema (draft 7) of `.github/devops.yml`, for editors. Rules are named one by one, so that an editor
 * completes them and reports a mistyped one; ids with a slash belong to other tools.
 */
export function configJsonSchema(
  rules: readonly Pick<RuleMetadata, 'id' | 'title' | 'severity'>[],
): JsonSchema {
  const schema = z.toJSONSchema(writtenConfigSchema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) !== severityByRule) return;
      const setting = jsonSchema.additionalProperties;
      jsonSchema.properties = Object.fromEntries(
        rules.map(({ id, title, severity }) => [
          id,
          { ...(typeof setting === 'object' ? setting : {}), description: `${title} (${severity}).` },
        ]),
      );
      jsonSchema.patternProperties = { '/': typeof setting === 'object' ? setting : {} };
      jsonSchema.additionalProperties = false;
      delete jsonSchema.propertyNames;
    },
  });
  const { $schema, ...rest } = schema;
  return { $schema, $id: schemaId, ...rest };
}
