import { z } from 'zod';

/** One `/devops …` line after parsing; `name` is not yet known to exist. */
export const commandSchema = z.object({
  name: z.string(),
  /** Words and `key=value` pairs in order, quotes removed. */
  args: z.array(z.string()),
  /** `--name`, `--name value` or `--name=value`; a flag without value is true. */
  options: z.record(z.string(), z.union([z.string(), z.literal(true)])),
  /** The line as written, without line ending. Untrusted text. */
  raw: z.string(),
  /** 1-based line of the comment. */
  line: z.number().int().positive(),
});
export type Command = z.infer<typeof commandSchema>;
