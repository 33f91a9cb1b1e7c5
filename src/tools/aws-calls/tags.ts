import { z } from 'zod';

/** Tags that a new thing gets: what is to be changed from here later must carry the managed one. */
export const newTags = z
  .array(z.object({ key: z.string().min(1).max(128), value: z.string().max(256) }))
  .max(20)
  .nullish()
  .describe(
    'Tags, at most 20. Without `devops:managed: true` (or what is configured) it is not changed from here later.',
  );

/** As AWS's APIs take them. */
export function awsTags(tags: z.output<typeof newTags>): { Key: string; Value: string }[] {
  return (tags ?? []).map(({ key, value }) => ({ Key: key, Value: value }));
}
