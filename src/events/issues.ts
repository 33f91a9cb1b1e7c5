import { z } from 'zod';
import { dashboardMarker, pressedBoxes } from '../contracts/dashboard.ts';
import type { Translation } from '../contracts/run.ts';
import { type Delivery, type EventTranslator, envelopeSchema, ignored, requestsOf } from './event.ts';

const payloadSchema = envelopeSchema.extend({
  issue: z.object({
    number: z.number(),
    state: z.string(),
    body: z.string().nullish(),
    // Null when the account was deleted.
    user: z.object({ type: z.string() }).nullish(),
  }),
  changes: z
    .object({
      title: z.object({ from: z.string() }).optional(),
      body: z.object({ from: z.string().nullish() }).optional(),
    })
    .optional(),
});
type Payload = z.infer<typeof payloadSchema>;

/**
 * A new issue, or one whose title or text somebody changed. What bots open or edit is left alone, our own dashboard's
 * edits included; a person who edits an App's issue may have checked boxes of the dashboard.
 */
export const issues: EventTranslator = {
  event: 'issues',
  actions: ['opened', 'edited'],
  translate(delivery) {
    const payload = payloadSchema.parse(delivery.payload);
    const { issue, action, changes } = payload;
    if (payload.sender.type !== 'User') return ignored('issue opened or edited by a bot');
    if (issue.user?.type === 'Bot') return editedByPerson(delivery, payload);
    if (issue.state !== 'open') return ignored('a closed issue');
    if (action === 'edited' && changes?.title === undefined && changes?.body === undefined)
      return ignored('neither title nor text changed');
    const cause = action === 'opened' ? 'opened' : 'edited';
    return requestsOf(delivery, payload, [{ kind: 'triage', issue: issue.number, cause }]);
  },
};

/** Who wrote the issue is asked for again when it is read: here it is only known to be some App. */
function editedByPerson(delivery: Delivery, payload: Payload): Translation {
  const { issue, changes } = payload;
  const body = issue.body ?? '';
  const before = changes?.body?.from ?? '';
  if (!before.startsWith(dashboardMarker)) return ignored('an issue of a bot');
  const boxes = pressedBoxes(before, body);
  if (boxes.length === 0) return ignored('no box was checked');
  return requestsOf(
    delivery,
    payload,
    boxes.map(box => ({ kind: 'dashboard-box', issue: issue.number, box })),
  );
}
