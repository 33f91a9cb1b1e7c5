import { z } from 'zod';
import { type EventTranslator, envelopeSchema, ignored, requestsOf } from './event.ts';

/** The file that schedules stand in; `configPath` of `src/config`. */
const watchedPath = '.github/devops.yml';

const paths = z.array(z.string()).default([]);

const payloadSchema = envelopeSchema.omit({ action: true }).extend({
  ref: z.string(),
  deleted: z.boolean().default(false),
  forced: z.boolean().default(false),
  commits: z.array(z.object({ added: paths, modified: paths, removed: paths })).default([]),
});

/** A push to the default branch that changes the configuration; a forced one may without naming it. */
export const push: EventTranslator = {
  event: 'push',
  actions: [],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    const { ref, deleted, forced, commits, repository } = payload;
    if (ref !== `refs/heads/${repository.default_branch}` || deleted)
      return ignored('not a push to the default branch');
    const changed = commits.flatMap(({ added, modified, removed }) => [...added, ...modified, ...removed]);
    if (!forced && !changed.includes(watchedPath)) return ignored('the configuration did not change');
    return requestsOf(delivery, { ...payload, action: '' }, [{ kind: 'sync-schedules' }]);
  },
};
