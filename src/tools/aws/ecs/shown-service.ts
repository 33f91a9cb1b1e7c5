import type { Service } from '../../../clients/aws/sdk/ecs.ts';

/** What a listing tells of a service. */
export function shownService(service: Service) {
  return {
    name: service.serviceName,
    status: service.status,
    desired: service.desiredCount,
    running: service.runningCount,
    pending: service.pendingCount,
    taskDefinition: service.taskDefinition,
    launchType: service.launchType,
    deployments: (service.deployments ?? []).map(deployment => ({
      status: deployment.status,
      rollout: deployment.rolloutState,
      reason: deployment.rolloutStateReason,
      taskDefinition: deployment.taskDefinition,
      desired: deployment.desiredCount,
      running: deployment.runningCount,
      failed: deployment.failedTasks,
      since: deployment.createdAt?.toISOString(),
    })),
  };
}

/** A service's tags as a record; untrusted texts. */
export function tagsOf(service: Service): Readonly<Record<string, string>> {
  return Object.fromEntries((service.tags ?? []).map(({ key, value }) => [key ?? '', value ?? '']));
}
