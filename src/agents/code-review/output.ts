import { z } from 'zod';
import { modelKinds } from '../../contracts/code-review.ts';
import { severitySchema } from '../../contracts/severity.ts';

/** What the agent answers; every field is required, because an optional one switches a provider's strict mode off. */
export const codeReviewOutput = z.object({
  findings: z.array(
    z.object({
      kind: z.enum([...modelKinds, 'repository-rule']),
      path: z.string(),
      line: z.number().int(),
      quote: z.string(),
      severity: severitySchema,
      message: z.string(),
      fix: z.string(),
      suggestion: z.string().nullable(),
      /** Number of the repository's rule that is broken. */
      rule: z.number().int().nullable(),
    }),
  ),
});
export type CodeReviewOutput = z.infer<typeof codeReviewOutput>;
