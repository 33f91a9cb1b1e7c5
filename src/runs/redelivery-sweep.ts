import { errorFields, type Logger } from '../logger.ts';

/** Oldest delivery that is asked for again: GitHub keeps deliveries for three days. */
const maxAgeMs = 3 * 24 * 60 * 60 * 1000;

/**
 * Asks GitHub to send failed deliveries again, once at start-up: it never does so by itself, and what failed
 * while the server was away would be lost. Deliveries that were stored after all are recognised as duplicates.
 */
export async function redeliverFailed(options: {
  readonly app: {
    failedDeliveries(): Promise<
      readonly { readonly id: number; readonly guid: string; readonly deliveredAt: string }[]
    >;
    redeliver(deliveryId: number): Promise<void>;
  };
  readonly now: () => Date;
  readonly logger: Logger;
}): Promise<number> {
  let count = 0;
  try {
    for (const { id, guid, deliveredAt } of await options.app.failedDeliveries()) {
      if (options.now().getTime() - Date.parse(deliveredAt) > maxAgeMs) continue;
      await options.app.redeliver(id);
      options.logger.info('Asked for a failed delivery again', { deliveryId: guid });
      count++;
    }
  } catch (error) {
    // The server is useful without the sweep; the next start tries again.
    options.logger.warn('Failed deliveries could not be asked for again', errorFields(error));
  }
  return count;
}
