import { z } from 'zod';
import { codeKinds } from './code-review.ts';
import { reviewResultSchema } from './result.ts';

/** A code review's result: what a security review's says, and how it was divided and judged. */
export const codeReviewResultSchema = reviewResultSchema.extend({
  /** Most findings that are told in full and put on their lines. */
  maxComments: z.number(),
  /** Kinds whose findings people called not useful here, and by how many steps of severity they are lowered. */
  lowered: z.array(z.object({ kind: z.enum(codeKinds), votes: z.number(), steps: z.number() })),
  /** Parts that a model was asked about, each in a request of its own; empty when none was asked. */
  topics: z.array(z.object({ name: z.string(), files: z.number() })),
});
export type CodeReviewResult = z.infer<typeof codeReviewResultSchema>;
