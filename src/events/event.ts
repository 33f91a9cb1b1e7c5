import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RunRequest, Task, Translation } from '../contracts/run.ts';

/** A verified delivery: its headers and its parsed, still untrusted payload. */
export type Delivery = {
  /** `X-GitHub-Delivery`. */
  readonly id: string;
  /** `X-GitHub-Event`. */
  readonly event: string;
  readonly payload: unknown;
  /** ISO 8601, when the server received it. */
  readonly receivedAt: string;
};

/** One webhook event: which actions it takes, and its pure translation into runs. */
export type EventTranslator = {
  /** `X-GitHub-Event`. */
  readonly event: string;
  /**
   * The actions that are taken; others are ignored without a look at the rest of the payload. Empty for an event that
   * has none.
   */
  readonly actions: readonly string[];
  /** @throws ZodError when the payload is not what GitHub documents; the delivery is then answered 500, so that it can be redelivered to a release that knows better. */
  readonly translate: (delivery: Delivery) => Translation;
};

/** The parts that every event of a repository has. */
export const envelopeSchema = z.object({
  action: z.string(),
  installation: z.object({ id: z.number() }),
  repository: z.object({
    name: z.string(),
    default_branch: z.string(),
    owner: z.object({ login: z.string() }),
  }),
  sender: z.object({ login: z.string(), id: z.number(), type: z.string() }),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** The account types GitHub has (`User`, `Bot`, `Organization`); an unknown one is treated as a bot. */
export function actorOf(sender: Envelope['sender']): RunRequest['actor'] {
  const type = sender.type === 'User' || sender.type === 'Organization' ? sender.type : 'Bot';
  return { login: sender.login, id: sender.id, type };
}

/** Requests for the given tasks; ids follow from the delivery, so that a redelivery is the same run. */
export function requestsOf(delivery: Delivery, envelope: Envelope, tasks: readonly Task[]): Translation {
  const requests = tasks.map((task, index) => ({
    id: runIdOf(delivery.id, index),
    deliveryId: delivery.id,
    installationId: envelope.installation.id,
    repository: {
      owner: envelope.repository.owner.login,
      name: envelope.repository.name,
      defaultBranch: envelope.repository.default_branch,
    },
    actor: actorOf(envelope.sender),
    receivedAt: delivery.receivedAt,
    task,
  }));
  return { kind: 'runs', requests };
}

/** Twelve hexadecimal digits, short enough to type in a command. */
export function runIdOf(deliveryId: string, index: number): string {
  return createHash('sha256').update(`${deliveryId}:${index}`).digest('hex').slice(0, 12);
}

/** Shorthand for an event that leads to nothing. */
export function ignored(reason: string): Translation {
  return { kind: 'ignored', reason };
}
