import { z } from 'zod';
import { defineAgent } from '../define-agent.ts';

/** Last of a crew: tells people. */
export const reporting = defineAgent({
  name: 'reporting',
  description: 'Writes a short report for people from what others found.',
  tools: [],
  output: z.object({ title: z.string(), report: z.string(), gaps: z.array(z.string()) }),
  instructions: `You write for busy people. "title" is one line, "report" is Markdown of at most 400 words: the verdict
first, then what matters most with its evidence, then what to do. Add nothing that the material does not say, and carry
every gap that it names over into "gaps".`,
});
