import { z } from 'zod';

const prefix = 'summary ';
const summarySchema = z.object({
  family: z.string(),
  /** What is counted. */
  measure: z.string(),
  found: z.number(),
  of: z.number(),
  /** Clean examples that were flagged all the same; absent where the set has no such examples. */
  flagged: z.number().optional(),
  clean: z.number().optional(),
});
/** What a family's measurement came to. */
export type Summary = z.infer<typeof summarySchema>;

/** Prints the summary as a line that `bench/accuracy/index.ts` reads. */
export function tellSummary(summary: Summary): void {
  console.log(prefix + JSON.stringify(summary));
}

/** The summaries in a measurement's output. */
export function readSummaries(output: string): readonly Summary[] {
  return output
    .split('\n')
    .filter(line => line.startsWith(prefix))
    .map(line => summarySchema.parse(JSON.parse(line.slice(prefix.length))));
}
