import { z } from 'zod';

/** Most results that are read from a file; the rest is told as a gap. */
export const maxIngestedResults = 25_000;

const text = z.object({ text: z.string().optional(), markdown: z.string().optional() });
const position = z.number().int().min(1).max(10_000_000);

const artifactLocation = z.object({
  uri: z.string().max(8_000).optional(),
  uriBaseId: z.string().max(200).optional(),
  index: z.number().int().optional(),
});

const rule = z.object({
  id: z.string().max(500),
  shortDescription: text.optional(),
  helpUri: z.string().max(2_000).optional(),
  defaultConfiguration: z.object({ level: z.string().optional() }).optional(),
  relationships: z.array(z.object({ target: z.object({ id: z.string().optional() }) })).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
export type IngestedRule = z.infer<typeof rule>;

const result = z.object({
  ruleId: z.string().max(500).optional(),
  ruleIndex: z.number().int().optional(),
  rule: z
    .object({
      id: z.string().max(500).optional(),
      index: z.number().int().optional(),
      toolComponent: z.object({ index: z.number().int().optional() }).optional(),
    })
    .optional(),
  kind: z.string().optional(),
  level: z.string().optional(),
  message: text.optional(),
  locations: z
    .array(
      z.object({
        physicalLocation: z
          .object({
            artifactLocation: artifactLocation.optional(),
            region: z
              .object({
                startLine: position.optional(),
                startColumn: position.optional(),
                endLine: position.optional(),
                endColumn: position.optional(),
                snippet: text.optional(),
              })
              .optional(),
          })
          .optional(),
      }),
    )
    .optional(),
  partialFingerprints: z.record(z.string(), z.string()).optional(),
  suppressions: z.array(z.object({ status: z.string().optional() })).optional(),
  baselineState: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
export type IngestedResult = z.infer<typeof result>;

const component = z.object({ name: z.string().min(1).max(200), rules: z.array(rule).optional() });

const run = z.object({
  tool: z.object({ driver: component, extensions: z.array(component).optional() }),
  originalUriBaseIds: z.record(z.string(), z.object({ uri: z.string().max(8_000).optional() })).optional(),
  artifacts: z.array(z.object({ location: artifactLocation.optional() })).optional(),
  invocations: z.array(z.object({ executionSuccessful: z.boolean().optional() })).optional(),
  results: z.array(result).nullish(),
});
export type IngestedRun = z.infer<typeof run>;

/** The part of SARIF 2.1.0 that is read from other scanners; everything else is ignored. */
export const sarifLogSchema = z.object({ version: z.literal('2.1.0'), runs: z.array(run).max(100) });
