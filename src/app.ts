import type { Probot } from 'probot';
import type { RunEngine } from './contracts/engine.ts';
import { eventTranslators, translateDelivery } from './events/index.ts';
import type { Logger } from './logger.ts';

/**
 * Registers the App's events on Probot. A handler translates and stores, nothing else: it makes no API call,
 * so an ordinary comment costs none, and the answer to GitHub only waits for the database.
 */
export function registerApp(
  probot: Pick<Probot, 'on'>,
  parts: { readonly engine: Pick<RunEngine, 'enqueue'>; readonly logger: Logger; readonly now: () => Date },
): void {
  const events = eventTranslators.flatMap(({ event, actions }) =>
    actions.length === 0 ? [event] : actions.map(action => `${event}.${action}`),
  );
  probot.on(events as Parameters<Probot['on']>[0], async ({ id, name, payload }) => {
    const receivedAt = parts.now().toISOString();
    const translation = translateDelivery({ id, event: name, payload, receivedAt });
    const log = parts.logger.child({ deliveryId: id, eventName: name });
    if (translation.kind === 'ignored') return log.debug('Delivery ignored', { reason: translation.reason });
    const outcomes = await parts.engine.enqueue(translation.requests);
    for (const [index, request] of translation.requests.entries()) {
      log.info('Run stored', { runId: request.id, task: request.task.kind, outcome: outcomes[index] });
    }
  });
}
