import type { IncomingMessage } from 'node:http';
import { errorFields, type Logger } from '../logger.ts';
import { readBody } from './read-body.ts';
import { answerJson, type Route } from './route.ts';

/** Where GitHub delivers. */
export const webhookPath = '/api/github/webhooks';

/** GitHub caps payloads at 25 MB. */
const maxBodyBytes = 25 * 1024 * 1024;

/** What the endpoint needs of Probot: the signature check, and handing on a verified event. */
export type WebhookReceiver = {
  verify(body: string, signature: string): Promise<boolean>;
  /** Resolves once the event is durably stored. */
  receive(delivery: {
    readonly id: string;
    readonly event: string;
    readonly payload: unknown;
  }): Promise<void>;
};

/**
 * The webhook endpoint: 202 once the delivery is durably stored, 400 for a missing header, bad signature or
 * bad JSON, 413 over 25 MB, 415 for another content type, 500 when it could not be stored (GitHub then shows
 * it as failed and it can be redelivered).
 */
export function createWebhookRoute(receiver: WebhookReceiver, logger: Logger): Route {
  return {
    method: 'POST',
    path: webhookPath,
    async handle(request, response) {
      const refuse = (status: number, error: string): void => {
        logger.warn('Webhook refused', {
          status,
          reason: error,
          deliveryId: header(request, 'x-github-delivery'),
        });
        answerJson(response, status, { error });
      };
      const id = header(request, 'x-github-delivery');
      const event = header(request, 'x-github-event');
      const signature = header(request, 'x-hub-signature-256');
      if (id === undefined || event === undefined)
        return refuse(400, 'missing X-GitHub-Delivery or X-GitHub-Event');
      if (signature === undefined) return refuse(400, 'missing X-Hub-Signature-256');
      if (!/^application\/json\b/.test(header(request, 'content-type') ?? '')) {
        return refuse(415, 'the webhook must be configured with content type application/json');
      }
      const body = await readBody(request, maxBodyBytes);
      if (body === undefined) {
        response.setHeader('connection', 'close');
        return refuse(413, 'the payload is larger than 25 MB');
      }
      if (!(await receiver.verify(body, signature)))
        return refuse(400, 'the signature does not match the webhook secret');
      const payload = parseJson(body);
      if (payload === undefined) return refuse(400, 'the body is not JSON');
      try {
        await receiver.receive({ id, event, payload });
      } catch (error) {
        logger.error('Webhook not stored', { deliveryId: id, eventName: event, ...errorFields(error) });
        return answerJson(response, 500, { error: 'the delivery could not be stored; redeliver it' });
      }
      answerJson(response, 202, { accepted: true });
    },
  };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
