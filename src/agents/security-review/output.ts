import { z } from 'zod';
import { severitySchema } from '../../contracts/severity.ts';

/**
 * What the agent answers. Every field is required and nullable ones say so: an optional field would silently
 * switch the provider's strict mode off.
 */
export const outputSchema = z.object({
  ranking: z.array(z.string()),
  assessments: z.array(
    z.object({
      finding: z.string(),
      explanation: z.string(),
      likelyFalsePositive: z.boolean(),
      suggestion: z.string().nullable(),
    }),
  ),
  additional: z.array(
    z.object({
      path: z.string(),
      line: z.number().int(),
      quote: z.string(),
      severity: severitySchema,
      cwe: z.string().nullable(),
      message: z.string(),
      fix: z.string(),
    }),
  ),
});
export type SecurityReviewOutput = z.infer<typeof outputSchema>;
