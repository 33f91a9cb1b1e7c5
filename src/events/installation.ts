import { z } from 'zod';
import type { Translation } from '../contracts/run.ts';
import { actorOf, type Delivery, type EventTranslator, runIdOf } from './event.ts';

const repositoriesSchema = z.array(z.object({ full_name: z.string() })).default([]);

const payloadSchema = z.object({
  action: z.string(),
  installation: z.object({ id: z.number() }),
  sender: z.object({ login: z.string(), id: z.number(), type: z.string() }),
  repositories: repositoriesSchema,
  repositories_added: repositoriesSchema,
  repositories_removed: repositoriesSchema,
});

const lifecycle = ['created', 'deleted', 'suspend', 'unsuspend'] as const;

/** The App was installed, removed, suspended or unsuspended. */
export const installation: EventTranslator = {
  event: 'installation',
  actions: lifecycle,
  translate: delivery => installationRun(delivery),
};

/** The repositories of an installation changed. */
export const installationRepositories: EventTranslator = {
  event: 'installation_repositories',
  actions: ['added', 'removed'],
  translate: delivery => installationRun(delivery),
};

function installationRun(delivery: Delivery): Translation {
  const payload = payloadSchema.parse(delivery.payload);
  const changed = [payload.repositories, payload.repositories_added, payload.repositories_removed].flat();
  return {
    kind: 'runs',
    requests: [
      {
        id: runIdOf(delivery.id, 0),
        deliveryId: delivery.id,
        installationId: payload.installation.id,
        repository: null,
        actor: actorOf(payload.sender),
        receivedAt: delivery.receivedAt,
        task: {
          kind: 'installation',
          action: lifecycle.find(action => action === payload.action) ?? 'repositories',
          repositories: changed.map(repository => repository.full_name),
        },
      },
    ],
  };
}
